package io.zhenma.scan;

import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
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
  static long take(PreparedSession session, long brandId, int lane, int count) throws SQLException {
    long next = lock(session, brandId, lane);
    PreparedStatement update =
        session.prepared("UPDATE journal_lane SET next_seq = ? WHERE brand_id = ? AND lane = ?");
    new Values(update).add(next + count).add(brandId).add(lane);
    update.executeUpdate();
    return next;
  }

  private static long lock(PreparedSession session, long brandId, int lane) throws SQLException {
    long next = select(session, brandId, lane);
    if (next > 0) {
      return next;
    }
    PreparedStatement insert =
        session.prepared(
            "INSERT INTO journal_lane (brand_id, lane, next_seq) VALUES (?, ?, 1)"
                + " ON DUPLICATE KEY UPDATE next_seq = next_seq");
    new Values(insert).add(brandId).add(lane);
    insert.executeUpdate();
    return select(session, brandId, lane);
  }

  private static long select(PreparedSession session, long brandId, int lane) throws SQLException {
    PreparedStatement select =
        session.prepared(
            "SELECT next_seq FROM journal_lane WHERE brand_id = ? AND lane = ? FOR UPDATE");
    new Values(select).add(brandId).add(lane);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
