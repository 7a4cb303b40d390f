package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks by https, to a server whose certificate a private authority would have made. */
class WebhookTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path directory;

  private final Vertx vertx = Vertx.vertx();
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=hook.example",
        "-ext",
        "san=dns:hook.example");
    keytool("-exportcert", "-rfc", "-file", certificate().toString());
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void theServersNameMustBeTheOneInItsCertificate() throws Exception {
    Map<String, String> trusted =
        Map.of("zhenma.alert.webhook.trusted-certificates", certificate().toString());

    assertThat(post("hook.example", trusted)).isEqualTo(200);
    assertThat(failure("other.example", trusted)).isEqualTo(Failure.TLS);
  }

  @Test
  void aCertificateNobodyVouchesForIsRefused() {
    assertThat(failure("hook.example", Map.of())).isEqualTo(Failure.TLS);
  }

  private Failure failure(String host, Map<String, String> options) {
    return WebhookSender.reason(catchThrowable(() -> post(host, options)));
  }

  /** As if the host's name had been resolved to this machine. */
  private int post(String host, Map<String, String> options) throws Exception {
    WebhookClient client = new WebhookClient(vertx, config(options));
    WebhookUrl url =
        WebhookUrl.stored("https://" + host + ":" + server.getAddress().getPort() + "/hook");
    return client.post(url, InetAddress.getByName("127.0.0.1"), Map.of(), "{}").status();
  }

  private static AlertConfig config(Map<String, String> options) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(AlertConfig.class)
        .withDefaultValue("quarkus.http.port", "0")
        .withDefaultValues(options)
        .build()
        .getConfigMapping(AlertConfig.class);
  }

  private SSLContext tls() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream keys = Files.newInputStream(keys())) {
      store.load(keys, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Path keys() {
    return directory.resolve("keys.p12");
  }

  private Path certificate() {
    return directory.resolve("certificate.pem");
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-alias",
            "hook",
            "-keystore",
            keys().toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
