package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The database under a drill: who may be killed, and who is asked afterwards. */
sealed interface DrillDatabase extends AutoCloseable {

  /** The embedded one of this data directory, or a MySQL that the system properties name. */
  static DrillDatabase chosen(Path data) {
    String url = System.getProperty("zhenma.drill.jdbc-url", "");
    return url.isEmpty() ? new Embedded(data) : External.of(url);
  }

  /** Points a program at it. */
  void serve(PackagedProgram program);

  Connection connect() throws SQLException;

  /** Kills the server's process; it is started again after at least so long. */
  void kill(Duration outage) throws Exception;

  @Override
  void close() throws Exception;

  /** The application looks after it, so nothing is done here but the killing. */
  record Embedded(Path data) implements DrillDatabase {
    @Override
    public void serve(PackagedProgram program) {}

    @Override
    public Connection connect() throws SQLException {
      EmbeddedDatabase database = EmbeddedDatabase.start(data);
      return DriverManager.getConnection(
          database.jdbcUrl(), database.username(), database.password());
    }

    @Override
    public void kill(Duration outage) throws IOException {
      DataDirectory directory = DataDirectory.open(data);
      try (DataDirectory.Lock heldFromTheApplication = directory.lock()) {
        ProcessHandle server =
            ServerState.read(directory.stateFile())
                .flatMap(ServerState::server)
                .flatMap(RunningProcess::handle)
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        Pause.millis(outage.toMillis());
      }
    }

    /** Lets go of it; the last of its users stops it. */
    @Override
    public void close() {
      EmbeddedDatabase.start(data).close();
    }
  }

  /**
   * A MySQL of one's own with a schema for the drill.
   *
   * @param pidFile holds the number of its process
   * @param start the command that starts it again
   */
  record External(String pattern, String schema, Path pidFile, String start)
      implements DrillDatabase {
    private static final String USER = System.getProperty("zhenma.drill.db-user", "");
    private static final String PASSWORD = System.getProperty("zhenma.drill.db-password", "");

    static External of(String url) {
      String schema =
          "zhenma_test_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      External database =
          new External(
              url.replaceFirst("^([^?]*//[^/?]+)(/[^?]*)?", "$1/%s"),
              schema,
              Path.of(System.getProperty("zhenma.drill.db-pid-file", "")),
              System.getProperty("zhenma.drill.db-start", ""));
      database.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
      return database;
    }

    @Override
    public void serve(PackagedProgram program) {
      program
          .set("QUARKUS_DATASOURCE_JDBC_URL", pattern.formatted(schema))
          .set("QUARKUS_DATASOURCE_USERNAME", USER)
          .set("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
    }

    @Override
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(pattern.formatted(schema), USER, PASSWORD);
    }

    @Override
    public void kill(Duration outage) throws Exception {
      ProcessHandle server =
          Optional.of(Files.readString(pidFile).strip())
              .map(Long::parseLong)
              .flatMap(ProcessHandle::of)
              .orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
      Pause.millis(outage.toMillis());
      Process starting = new ProcessBuilder("sh", "-c", start).inheritIO().start();
      assertThat(starting.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(starting.exitValue()).isZero();
    }

    @Override
    public void close() {
      execute("DROP DATABASE " + schema);
    }

    private void execute(String sql) {
      try (Connection connection =
              DriverManager.getConnection(pattern.formatted(""), USER, PASSWORD);
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("The database of the drill refused: " + sql, e);
      }
    }
  }
}
