package io.zhenma.app;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells whoever started the server where to look, as soon as requests are taken. */
@ApplicationScoped
class ReadyBanner {

  /** Everything after the schema's name: parameters may hold a password. */
  private static final Pattern URL_SECRETS = Pattern.compile("[?;].*$|(?<=//)[^/@]*@");

  private final Instance<BannerLine> lines;
  private final String jdbcUrl;
  private final String dataDirectory;
  private final boolean embedded;
  private final int managementPort;

  ReadyBanner(
      Instance<BannerLine> lines,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url", defaultValue = "") String jdbcUrl,
      @ConfigProperty(name = DatabaseChoice.DATA_DIR, defaultValue = "data") String dataDirectory,
      @ConfigProperty(name = DatabaseChoice.EMBEDDED, defaultValue = "false") boolean embedded,
      @ConfigProperty(name = ManagementPort.PORT, defaultValue = "0") int managementPort) {
    this.lines = lines;
    this.jdbcUrl = jdbcUrl;
    this.dataDirectory = dataDirectory;
    this.embedded = embedded;
    this.managementPort = managementPort;
  }

  void print(@ObservesAsync HttpServerStart started) {
    int port = started.options().getPort();
    // Tests let the system choose the port, and have nobody to read this.
    if (port > 0) {
      System.out.print(text(port));
    }
  }

  String text(int port) {
    String site = "http://localhost:" + port;
    StringBuilder text = new StringBuilder("\n  " + ProductVersion.text() + " is ready\n");
    append(text, "Console", site + "/console/");
    append(text, "Scan", site + "/01/<GTIN>/21/<serial>, as printed in an item's code");
    append(text, "Database", database());
    append(text, "Health", managementPort > 0 ? health() : "");
    for (BannerLine line : lines) {
      append(text, line.label(), line.text());
    }
    return text.append('\n').toString();
  }

  private String health() {
    return "http://localhost:" + managementPort + "/q/health, metrics beside it";
  }

  private String database() {
    String shown = URL_SECRETS.matcher(jdbcUrl).replaceAll("");
    return embedded
        ? shown + ", embedded, in " + Path.of(dataDirectory).toAbsolutePath().normalize()
        : shown;
  }

  private static void append(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append(String.format(Locale.ROOT, "    %-10s %s%n", label, value));
    }
  }
}
