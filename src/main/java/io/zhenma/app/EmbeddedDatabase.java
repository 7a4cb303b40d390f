package io.zhenma.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A real MariaDB server in a directory of ours, for evaluation and tests.
 *
 * <p>Processes that name the same directory share one server: the first starts it, the others adopt
 * it, and the last one to leave stops it. A server that outlived its processes is adopted by the
 * next one. Every acknowledged commit is on disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final DataDirectory data;
  private volatile ServerState state;

  private EmbeddedDatabase(DataDirectory data, ServerState state) {
    this.data = data;
    this.state = state;
  }

  /**
   * Returns once the server takes connections: after about 4 s in an empty directory, 1 s later on.
   *
   * @param directory holds binaries (about 330 MB), tables, state and log; made if it is missing
   * @throws EmbeddedDatabaseException if the directory cannot be written, the disk is full, this
   *     build has no binaries for this machine, or the server does not start
   */
  public static EmbeddedDatabase start(Path directory) {
    DataDirectory data = DataDirectory.open(directory);
    try (DataDirectory.Lock ignored = data.lock()) {
      ServerState known = ServerState.read(data.stateFile()).orElseGet(ServerState::fresh);
      ServerState joined =
          new MariaDbServer(data).running(known).joinedBy(RunningProcess.current());
      joined.write(data.stateFile());
      return new EmbeddedDatabase(data, joined);
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "The embedded database in " + data.path() + " could not be started", e);
    }
  }

  /** Whether the server's process lives. */
  boolean isAlive() {
    return state.server().filter(RunningProcess::isAlive).isPresent();
  }

  /**
   * Starts the server again after it died, unless another process has done so. It recovers what was
   * committed and listens where it did before, so that pools reconnect by themselves.
   *
   * @throws EmbeddedDatabaseException if it does not start, or another program took its port
   */
  void revive() {
    int port = state.port();
    try (DataDirectory.Lock ignored = data.lock()) {
      ServerState known = ServerState.read(data.stateFile()).orElse(state);
      ServerState revived =
          new MariaDbServer(data).running(known).joinedBy(RunningProcess.current());
      revived.write(data.stateFile());
      state = revived;
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "The embedded database in " + data.path() + " could not be started again", e);
    }
    if (state.port() != port) {
      throw new EmbeddedDatabaseException(
          String.format(
              Locale.ROOT, "Another program took port %d of the embedded database", port));
    }
  }

  /** JDBC URL of the product's own schema, reachable from this machine only. */
  public String jdbcUrl() {
    return jdbcUrl(MariaDbServer.SCHEMA);
  }

  /**
   * JDBC URL of another schema.
   *
   * @param schema a name that starts with {@code zhenma}: the user may create and drop such schemas
   */
  public String jdbcUrl(String schema) {
    return String.format(
        Locale.ROOT,
        "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true",
        state.port(),
        schema);
  }

  /** Name of the only account. */
  public String username() {
    return MariaDbServer.USER;
  }

  /** Password of the only account; the same after every start. */
  public String password() {
    return state.password();
  }

  /** The server's process number. */
  long pid() {
    return state.server().map(RunningProcess::pid).orElse(0L);
  }

  /** Stops the server, unless another living process uses it. */
  @Override
  public void close() {
    try (DataDirectory.Lock ignored = data.lock()) {
      ServerState known = ServerState.read(data.stateFile()).orElse(state);
      ServerState left = known.leftBy(RunningProcess.current());
      left.write(data.stateFile());
      if (left.users().isEmpty()) {
        new MariaDbServer(data).stop(left);
      }
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("The embedded database could not be stopped", e);
    }
  }
}
