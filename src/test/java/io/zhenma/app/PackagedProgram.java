package io.zhenma.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged application as an operator runs it: processes with an environment. */
final class PackagedProgram {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Path data;
  private final Map<String, String> settings = new HashMap<>();
  private String heap = "512m";
  private List<String> options = List.of();

  /**
   * @param data where its database and keystore are
   */
  PackagedProgram(Path data) {
    this.data = data;
    set("ZHENMA_DATA_DIR", data.toAbsolutePath().toString());
    set("ZHENMA_DEMO", "false");
    set("ZHENMA_KEYSTORE_CREATE", "false");
  }

  /** One whose phones choose their own addresses; its first administrator knows the password. */
  static PackagedProgram forDrills(Path data) {
    return new PackagedProgram(data)
        .set("ZHENMA_ADMIN_PASSWORD", DrillBrand.PASSWORD)
        .set("ZHENMA_KEYSTORE_CREATE", "true")
        .set("QUARKUS_HTTP_HOST", "127.0.0.1")
        .set("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
        .set("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true")
        .set("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
  }

  /** Gives an environment variable to processes started from now on, or takes it from them. */
  PackagedProgram set(String variable, @Nullable String value) {
    if (value == null) {
      settings.remove(variable);
    } else {
      settings.put(variable, value);
    }
    return this;
  }

  /** Gives processes started from now on this much heap, such as 1g, and options of the JVM. */
  PackagedProgram heap(String most, String... jvm) {
    heap = most;
    options = List.of(jvm);
    return this;
  }

  /** Runs a subcommand to its end. */
  Ended run(String... arguments) {
    return ended(start(arguments));
  }

  /** Starts a subcommand and leaves it running. */
  Process begin(String... arguments) {
    return start(arguments);
  }

  /** A server, once it answers; fails when it does not come up. */
  Server serve() {
    return serve(freePort());
  }

  /** A server on this port, such as that of one which was killed. */
  Server serve(int port) {
    int management = freePort();
    set("QUARKUS_HTTP_PORT", Integer.toString(port));
    set("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    return new Server(start(), port, management);
  }

  /** Starts a server that is expected to end by itself. */
  Ended serveInVain() {
    set("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
    set("QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort()));
    return ended(start());
  }

  private Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + heap));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    try {
      Path output = Files.createTempFile(data, "output", ".log");
      Process process = builder.redirectOutput(output.toFile()).start();
      outputs.put(process.pid(), output);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Map<Long, Path> outputs = new HashMap<>();

  private Ended ended(Process process) {
    try {
      assertThat(process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), output(process));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private String output(Process process) {
    try {
      return Files.readString(outputs.get(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a process said and ended with. */
  record Ended(int code, String said) {}

  /** A running server. Closing it stops it as an operator would. */
  final class Server implements AutoCloseable {
    private final Process process;
    private final int port;
    private final int managementPort;

    private Server(Process process, int port, int managementPort) {
      this.process = process;
      this.port = port;
      this.managementPort = managementPort;
      Instant deadline = Instant.now().plus(LONGEST_START);
      while (!answers()) {
        assertThat(process.isAlive()).as(() -> output(process)).isTrue();
        assertThat(Instant.now()).as(() -> output(process)).isBefore(deadline);
        Pause.millis(200);
      }
    }

    RequestSpecification request() {
      return given().baseUri("http://127.0.0.1").port(port);
    }

    /** Where health and metrics are. */
    RequestSpecification management() {
      return given().baseUri("http://127.0.0.1").port(managementPort);
    }

    int port() {
      return port;
    }

    boolean isAlive() {
      return process.isAlive();
    }

    /** Kills it as the kernel would: nothing of it runs on, not even what runs at an exit. */
    void kill() {
      process.destroyForcibly().onExit().join();
    }

    /** All that it has written so far. */
    String said() {
      return output(process);
    }

    private boolean answers() {
      try {
        return management().get("/q/health/ready").statusCode() == 200;
      } catch (Exception notYet) {
        return false;
      }
    }

    @Override
    public void close() {
      process.destroy();
      ended(process);
    }
  }
}
