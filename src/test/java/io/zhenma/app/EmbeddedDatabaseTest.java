package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  /** The 300 MB of binaries are unpacked once for all runs, and linked into each directory. */
  private static final Path UNPACKED = Path.of("target", "test-data").toAbsolutePath();

  @TempDir Path directory;
  private Path link = UNPACKED;

  @BeforeEach
  void shareTheBinaries() throws IOException {
    DataDirectory shared = DataDirectory.open(UNPACKED);
    try (DataDirectory.Lock ignored = shared.lock()) {
      Path home = MariaDbBinaries.unpackedIn(shared).home();
      link = Files.createSymbolicLink(directory.resolve(home.getFileName()), home);
    }
  }

  @AfterEach
  void keepTheBinaries() throws IOException {
    Files.delete(link);
  }

  @Test
  void whatWasCommittedSurvivesAKilledServer() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    execute(database, "CREATE TABLE scan (id INT PRIMARY KEY)");
    execute(database, "INSERT INTO scan VALUES (7)");
    kill(database.pid());

    try (EmbeddedDatabase again = EmbeddedDatabase.start(directory)) {
      assertThat(again.pid()).isNotEqualTo(database.pid());
      assertThat(again.jdbcUrl()).isEqualTo(database.jdbcUrl());
      assertThat(query(again, "SELECT id FROM scan")).isEqualTo("7");
    }
  }

  @Test
  void aServerThatIsStillEndingIsReplaced() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    execute(database, "CREATE TABLE scan (id INT PRIMARY KEY)");
    kill(database.pid());
    Process ending = new ProcessBuilder("sleep", "2").start();
    Path file = directory.resolve("mysql.properties");
    ServerState known = ServerState.read(file).orElseThrow();
    known.startedOn(known.port(), RunningProcess.of(ending.toHandle())).write(file);

    try (EmbeddedDatabase again = EmbeddedDatabase.start(directory)) {
      assertThat(again.pid()).isNotIn(database.pid(), ending.pid());
      assertThat(query(again, "SELECT COUNT(*) FROM scan")).isEqualTo("0");
    }
  }

  @Test
  void temporaryTablesAreOutOfTheReachOfOtherServers() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(query(database, "SELECT @@tmpdir"))
          .isEqualTo(directory.resolve("mysql.tmp").toAbsolutePath().toString());
    }
  }

  @Test
  void aServerThatDiesUnderTheApplicationIsStartedAgainWhereItWas() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      execute(database, "CREATE TABLE scan (id INT PRIMARY KEY)");
      execute(database, "INSERT INTO scan VALUES (7)");
      long killed = database.pid();
      try (EmbeddedDatabaseWatch watch = EmbeddedDatabaseWatch.over(database)) {
        kill(killed);
        Instant deadline = Instant.now().plusSeconds(60);
        while (database.pid() == killed && Instant.now().isBefore(deadline)) {
          Pause.millis(50);
        }
        assertThat(query(database, "SELECT id FROM scan")).isEqualTo("7");
        assertThat(watch).as("nobody else would have started it").isNotNull();
      }
    }
  }

  @Test
  void aServerThatOutlivedItsProcessIsAdoptedAndThenStopped() throws Exception {
    Process owner = otherProcess();
    String url = firstLine(owner);
    owner.destroyForcibly().waitFor();

    EmbeddedDatabase adopted = EmbeddedDatabase.start(directory);
    assertThat(adopted.jdbcUrl()).isEqualTo(url);
    adopted.close();

    assertThat(ProcessHandle.of(adopted.pid())).isEmpty();
  }

  @Test
  void twoProcessesThatStartAtOnceShareOneServer() throws Exception {
    Process one = otherProcess();
    Process other = otherProcess();

    assertThat(firstLine(one)).isEqualTo(firstLine(other)).startsWith("jdbc:mysql://127.0.0.1:");
    one.destroy();
    other.destroy();
    assertThat(one.waitFor(30, TimeUnit.SECONDS) && other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    ServerState left = ServerState.read(directory.resolve("mysql.properties")).orElseThrow();
    assertThat(left.users()).isEmpty();
    assertThat(left.server().orElseThrow().isAlive()).isFalse();
  }

  @Test
  void anAdopterLeavesTheServerToItsLivingOwner() throws Exception {
    Process owner = otherProcess();
    String url = firstLine(owner);

    EmbeddedDatabase adopted = EmbeddedDatabase.start(directory);
    adopted.close();

    assertThat(ProcessHandle.of(adopted.pid())).isPresent();
    assertThat(adopted.jdbcUrl()).isEqualTo(url);
    owner.destroy();
    assertThat(owner.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void sqlBehavesAsOnMySqlAndInUtc() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(query(database, "SELECT @@global.time_zone")).isEqualTo("+00:00");
      assertThat(query(database, "SELECT @@global.transaction_isolation"))
          .isEqualTo("READ-COMMITTED");
      assertThat(query(database, "SELECT @@global.innodb_flush_log_at_trx_commit")).isEqualTo("1");
      assertThat(query(database, "SELECT @@global.character_set_server")).isEqualTo("utf8mb4");
      assertThat(query(database, "SELECT @@global.sql_mode")).contains("ONLY_FULL_GROUP_BY");
    }
  }

  @Test
  void thePasswordIsKeptFromOtherUsersOfTheMachine() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      Path state = directory.resolve("mysql.properties");

      assertThat(Files.readString(state)).contains(database.password());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
          .isEqualTo("rw-------");
      assertThat(directory.resolve("mysql-init.sql")).doesNotExist();
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", "").close())
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamedWithTheWayOut() throws IOException {
    Path file = Files.createFile(directory.resolve("taken"));

    assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("ZHENMA_DATA_DIR");
  }

  @Test
  void aServerThatCannotStartShowsItsLog() throws Exception {
    EmbeddedDatabase.start(directory).close();
    Files.writeString(directory.resolve("mysql/ibdata1"), "not a table space");

    assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("mysql.log")
        .hasMessageContaining("InnoDB");
  }

  private Process otherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DatabaseProcess.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readLine();
  }

  private static void kill(long pid) {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
