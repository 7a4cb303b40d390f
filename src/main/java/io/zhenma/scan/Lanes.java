package io.zhenma.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Hands out sequence numbers of a lane. The lane's row stays locked until the transaction ends, so
 * numbers of one lane are committed in order and without gaps, however many replicas share it.
 */
final class Lanes {
  /** Lanes a brand has; more of them let more writers commit at the same time. */
  static final int COUNT = 16;

  private Lanes() {}

  /** Takes {@code count} numbers and returns the first. */
  static long take(Connection connection, long brandId, int lane, int count) throws SQLException {
    long next = lock(connection, brandId, lane);
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE journal_lane SET next_seq = ? WHERE brand_id = ? AND lane = ?")) {
      update.setLong(1, next + count);
      update.setLong(2, brandId);
      update.setInt(3, lane);
      update.executeUpdate();
    }
    return next;
  }

  private static long lock(Connection connection, long brandId, int lane) throws SQLException {
    long next = select(connection, brandId, lane);
    if (next > 0) {
      return next;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO journal_lane (brand_id, lane, next_seq) VALUES (?, ?, 1)"
                + " ON DUPLICATE KEY UPDATE next_seq = next_seq")) {
      insert.setLong(1, brandId);
      insert.setInt(2, lane);
      insert.executeUpdate();
    }
    return select(connection, brandId, lane);
  }

  private static long select(Connection connection, long brandId, int lane) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT next_seq FROM journal_lane WHERE brand_id = ? AND lane = ? FOR UPDATE")) {
      select.setLong(1, brandId);
      select.setInt(2, lane);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
