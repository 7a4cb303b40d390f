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
    long first = advance(session, brandId, lane, count);
    if (first == 0) {
      create(session, brandId, lane);
      first = advance(session, brandId, lane, count);
    }
    return first;
  }

  /** Locks the lane's row and moves its end on; 0 when it has no row yet. */
  private static long advance(PreparedSession session, long brandId, int lane, int count)
      throws SQLException {
    PreparedStatement update =
        session.numbering(
            "UPDATE journal_lane SET next_seq = LAST_INSERT_ID(next_seq) + ?"
                + " WHERE brand_id = ? AND lane = ?");
    new Values(update).add(count).add(brandId).add(lane);
    if (update.executeUpdate() == 0) {
      return 0;
    }
    try (ResultSet first = update.getGeneratedKeys()) {
      first.next();
      return first.getLong(1);
    }
  }

  private static void create(PreparedSession session, long brandId, int lane) throws SQLException {
    PreparedStatement insert =
        session.prepared(
            "INSERT INTO journal_lane (brand_id, lane, next_seq) VALUES (?, ?, 1)"
                + " ON DUPLICATE KEY UPDATE next_seq = next_seq");
    new Values(insert).add(brandId).add(lane);
    insert.executeUpdate();
  }
}
