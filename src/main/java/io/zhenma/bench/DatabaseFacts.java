package io.zhenma.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * What the database says of itself.
 *
 * @param flushAtCommit {@code innodb_flush_log_at_trx_commit}: 1 when every commit is on disk
 *     before it is acknowledged
 */
public record DatabaseFacts(
    String version, int flushAtCommit, boolean binaryLog, int syncBinaryLog, long bufferPoolMib) {

  static DatabaseFacts of(Connection connection) throws SQLException {
    String sql =
        "SELECT CONCAT(@@version_comment, ' ', VERSION()), @@innodb_flush_log_at_trx_commit,"
            + " @@log_bin, @@sync_binlog, @@innodb_buffer_pool_size";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new DatabaseFacts(
          row.getString(1), row.getInt(2), row.getBoolean(3), row.getInt(4), row.getLong(5) >> 20);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, innodb_flush_log_at_trx_commit %d, binary log %s, sync_binlog %d, buffer pool %,d MiB",
        version,
        flushAtCommit,
        binaryLog ? "on" : "off",
        syncBinaryLog,
        bufferPoolMib);
  }
}
