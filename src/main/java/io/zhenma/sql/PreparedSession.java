package io.zhenma.sql;

import com.mysql.cj.jdbc.JdbcConnection;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A connection that a writer keeps, with statements that stay prepared on the server: it need not
 * read their text again for every group, and values travel as they are instead of as text. Closed
 * after any failure, since nothing is known of it then.
 */
public final class PreparedSession implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PreparedSession.class);

  /** Dozens of statements in a few sizes each are in use; the server keeps each in memory. */
  private static final int KEPT = 160;

  private static final float LOAD_FACTOR = 0.75f;

  private final Connection connection;
  private final boolean own;
  private final JdbcConnection driver;
  private final Map<String, PreparedStatement> statements =
      new LinkedHashMap<>(KEPT, LOAD_FACTOR, true);

  private PreparedSession(Connection connection, boolean own) throws SQLException {
    this.connection = connection;
    this.own = own;
    this.driver = connection.unwrap(JdbcConnection.class);
  }

  public static PreparedSession open(AgroalDataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      return new PreparedSession(connection, true);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** Within the transaction of a connection that stays open when this is closed. */
  public static PreparedSession within(Connection connection) throws SQLException {
    return new PreparedSession(connection, false);
  }

  public Connection connection() {
    return connection;
  }

  /** The statement with this text, prepared before or now; stays open. */
  public PreparedStatement prepared(String sql) throws SQLException {
    return prepared(sql, Statement.NO_GENERATED_KEYS);
  }

  /** The same for a statement that makes a number, which is then among its generated keys. */
  public PreparedStatement numbering(String sql) throws SQLException {
    return prepared(sql, Statement.RETURN_GENERATED_KEYS);
  }

  private PreparedStatement prepared(String sql, int keys) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    if (statements.size() == KEPT) {
      String oldest = statements.keySet().iterator().next();
      try (PreparedStatement leaving = statements.remove(oldest)) {
        leaving.clearParameters();
      }
    }
    PreparedStatement fresh = driver.serverPrepareStatement(sql, keys);
    statements.put(sql, fresh);
    return fresh;
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  public void rollback() throws SQLException {
    connection.rollback();
  }

  /** Closes it after a failure, when the connection may be lost as well. */
  public void abandon() {
    try {
      close();
    } catch (SQLException | RuntimeException lost) {
      LOG.debug("a lost connection was given back", lost);
    }
  }

  /** Gives a connection of its own back to the pool, which finds out whether it is still good. */
  @Override
  public void close() throws SQLException {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      statements.clear();
    } finally {
      if (own) {
        connection.close();
      }
    }
  }
}
