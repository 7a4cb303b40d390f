package io.zhenma.scan;

import io.zhenma.sql.ManyRows;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table projection_position: the number each projection reads next in a lane. */
final class Positions {
  private static final long START = 1;
  private static final String OF_LANE =
      "SELECT projection, next_seq FROM projection_position WHERE brand_id = ? AND lane = ?";

  /** One row at a time by its whole key: a reader of several might lock all of a small table. */
  private static final String LOCK =
      "SELECT next_seq FROM projection_position"
          + " WHERE projection = ? AND brand_id = ? AND lane = ? FOR UPDATE";

  private static final String ROWS =
      "INSERT INTO projection_position (projection, brand_id, lane, next_seq) VALUES";
  private static final ManyRows BEGIN =
      ManyRows.repeatable(ROWS, 4, " ON DUPLICATE KEY UPDATE next_seq = next_seq");
  private static final ManyRows MOVE =
      ManyRows.repeatable(ROWS, 4, " ON DUPLICATE KEY UPDATE next_seq = VALUES(next_seq)");

  private Positions() {}

  /** As committed, without a lock; who is not named is at the start. */
  static Map<String, Long> read(PreparedSession session, Lane lane) throws SQLException {
    PreparedStatement select = session.prepared(OF_LANE);
    new Values(select).add(lane.brandId()).add(lane.lane());
    Map<String, Long> positions = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        positions.put(row.getString(1), row.getLong(2));
      }
    }
    return positions;
  }

  static long of(Map<String, Long> positions, JournalProjection projection) {
    return positions.getOrDefault(projection.projectionName(), START);
  }

  /** Locks the projection's position until the transaction ends. */
  static long lock(PreparedSession session, Lane lane, JournalProjection projection)
      throws SQLException {
    long position = select(session, lane, projection);
    if (position > 0) {
      return position;
    }
    write(BEGIN, session, lane, List.of(projection), START);
    return select(session, lane, projection);
  }

  /** Moves positions that this transaction has locked. */
  static void move(
      PreparedSession session, Lane lane, List<JournalProjection> projections, long next)
      throws SQLException {
    write(MOVE, session, lane, projections, next);
  }

  private static long select(PreparedSession session, Lane lane, JournalProjection projection)
      throws SQLException {
    PreparedStatement select = session.prepared(LOCK);
    new Values(select).add(projection.projectionName()).add(lane.brandId()).add(lane.lane());
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void write(
      ManyRows rows,
      PreparedSession session,
      Lane lane,
      List<JournalProjection> projections,
      long next)
      throws SQLException {
    rows.write(
        session,
        projections,
        (values, projection) ->
            values.add(projection.projectionName()).add(lane.brandId()).add(lane.lane()).add(next));
  }
}
