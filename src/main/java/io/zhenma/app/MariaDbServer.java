package io.zhenma.app;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Starts, recognises and stops the MariaDB server of one data directory. */
record MariaDbServer(DataDirectory data) {

  static final String USER = "zhenma";
  static final String SCHEMA = "zhenma";

  /** Covers the recovery of some gigabytes of log after a crash. */
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
  private static final int GREETING_TIMEOUT_MS = 1_000;
  private static final long POLL_MS = 50;
  private static final int LOG_LINES_SHOWN = 15;
  private static final int PORT_ATTEMPTS = 3;

  private static final File NOTHING = new File("/dev/null");

  /** Position and value of the protocol's version in a MySQL server's first packet. */
  private static final int PROTOCOL_OFFSET = 4;

  private static final int PROTOCOL = 10;

  /** Returns the state of a server that answers: the one that runs already, or a new one. */
  ServerState running(ServerState state) throws IOException {
    // One that was killed a moment ago may still be there, and ends while it is waited for
    if (state.server().filter(RunningProcess::isAlive).isPresent() && greetsInTime(state)) {
      return state;
    }
    MariaDbBinaries binaries = MariaDbBinaries.unpackedIn(data);
    if (!Files.isDirectory(data.tables())) {
      initialise(binaries);
    }
    return start(binaries, state);
  }

  /** Asks the server to write everything out and end; kills it if it takes too long. */
  void stop(ServerState state) {
    state.server().flatMap(RunningProcess::handle).ifPresent(MariaDbServer::stop);
  }

  private static void stop(ProcessHandle server) {
    server.destroy();
    Instant deadline = Instant.now().plus(STOP_TIMEOUT);
    while (server.isAlive()) {
      if (Instant.now().isAfter(deadline)) {
        server.destroyForcibly();
      }
      Pause.millis(POLL_MS);
    }
  }

  /** Makes the system tables beside their place and renames: a half made set is never used. */
  private void initialise(MariaDbBinaries binaries) throws IOException {
    Path draft = data.path().resolve("mysql.initialising");
    MariaDbBinaries.delete(draft);
    Files.createDirectories(draft);
    Process process =
        launch(MariaDbOptions.bootstrap(binaries, draft, data.scratch()), Redirect.PIPE);
    try (Writer sql = process.outputWriter(StandardCharsets.UTF_8)) {
      sql.write("CREATE DATABASE mysql;\nUSE mysql;\n");
      sql.write(Files.readString(binaries.share().resolve("mariadb_system_tables.sql")));
      sql.write(Files.readString(binaries.share().resolve("mariadb_performance_tables.sql")));
    } catch (IOException closedByTheServer) {
      throw failure("The database's tables could not be made");
    }
    while (process.isAlive()) {
      Pause.millis(POLL_MS);
    }
    if (process.exitValue() != 0) {
      throw failure("The database's tables could not be made");
    }
    Files.move(draft, data.tables());
  }

  private ServerState start(MariaDbBinaries binaries, ServerState state) throws IOException {
    writeInitFile(state.password());
    try {
      for (int attempt = 1; ; attempt++) {
        int port = freePort(state.port());
        List<String> command = MariaDbOptions.server(binaries, data, port);
        Process process = launch(command, Redirect.from(NOTHING));
        ServerState started = state.startedOn(port, RunningProcess.of(process.toHandle()));
        started.write(data.stateFile());
        if (greetsInTime(started)) {
          return started;
        }
        if (attempt == PORT_ATTEMPTS || isFree(port)) {
          throw failure("The database server ended while it started");
        }
      }
    } finally {
      Files.deleteIfExists(data.initFile());
    }
  }

  private Process launch(List<String> command, Redirect input) throws IOException {
    Files.createDirectories(data.scratch());
    return new ProcessBuilder(command)
        .directory(data.path().toFile())
        .redirectInput(input)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(data.log().toFile()))
        .start();
  }

  /** Run by the server at every start: no account but ours exists, and only on this machine. */
  private void writeInitFile(String password) throws IOException {
    try (Writer sql = PrivateFile.writer(data.initFile())) {
      sql.write(
          String.format(
              Locale.ROOT,
              """
          CREATE DATABASE IF NOT EXISTS %1$s;
          CREATE OR REPLACE USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
          GRANT ALL ON `%1$s%%`.* TO '%2$s'@'127.0.0.1';
          """,
              SCHEMA,
              USER,
              password));
    }
  }

  /**
   * @return false when the process ended before it answered
   */
  private boolean greetsInTime(ServerState state) {
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (!greets(state.port())) {
      if (state.server().filter(RunningProcess::isAlive).isEmpty()) {
        return false;
      }
      if (Instant.now().isAfter(deadline)) {
        throw failure("The database server did not answer in " + START_TIMEOUT.toSeconds() + " s");
      }
      Pause.millis(POLL_MS);
    }
    return true;
  }

  /** Whether a MySQL server answers; it speaks first, after its init file has run. */
  private static boolean greets(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(loopback(port), GREETING_TIMEOUT_MS);
      socket.setSoTimeout(GREETING_TIMEOUT_MS);
      byte[] start = socket.getInputStream().readNBytes(PROTOCOL_OFFSET + 1);
      return start.length > PROTOCOL_OFFSET && start[PROTOCOL_OFFSET] == PROTOCOL;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The port of last time if it is free, so that pools of processes that still run reconnect. */
  private static int freePort(int preferred) throws IOException {
    if (preferred != 0 && isFree(preferred)) {
      return preferred;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(loopback(0));
      return probe.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(loopback(port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** By number: {@code localhost} may mean {@code ::1}, where the server does not listen. */
  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  private EmbeddedDatabaseException failure(String what) {
    return new EmbeddedDatabaseException(
        what + ". The last lines of " + data.log() + ":\n" + lastLines());
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(data.log(), StandardCharsets.ISO_8859_1);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }
}
