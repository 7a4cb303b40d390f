package io.zhenma.scan;

import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One pass of followers over the lanes, in one session. */
final class JournalPass {
  private static final int AT_ONCE = 500;

  private final PreparedSession session;
  private final BooleanSupplier stopped;
  private @Nullable Slice read;
  private @Nullable SQLException failed;
  private long passed;

  /**
   * @param stopped whether to go no further than the step under way
   */
  JournalPass(PreparedSession session, BooleanSupplier stopped) {
    this.session = session;
    this.stopped = stopped;
  }

  /** Events that were read last: projections at the same place need not read them again. */
  private record Slice(Lane lane, long from, long to, List<ScanEvent> events) {
    boolean is(Lane otherLane, long otherFrom, long otherTo) {
      return lane.equals(otherLane) && from == otherFrom && to == otherTo;
    }
  }

  /**
   * Leads the projections towards the lane's end; one that fails stays behind, the others go on.
   *
   * @param steps at most; a projection far behind must not keep the other lanes waiting
   */
  void follow(Lane lane, List<JournalProjection> projections, int steps) {
    List<JournalProjection> behind = new ArrayList<>(projections);
    for (int step = 0; step < steps && !behind.isEmpty() && !stopped.getAsBoolean(); step++) {
      for (Iterator<JournalProjection> each = behind.iterator(); each.hasNext(); ) {
        JournalProjection projection = each.next();
        try {
          long now = step(lane, projection);
          passed += now;
          if (now == 0) {
            each.remove();
          }
        } catch (SQLException | RuntimeException failure) {
          each.remove();
          note(
              new SQLException(
                  "projection " + projection.projectionName() + " stopped in " + lane, failure));
        }
      }
    }
  }

  /**
   * The end of the pass.
   *
   * @return how many numbers of the journal were passed
   * @throws SQLException what kept a projection from going on
   */
  long end() throws SQLException {
    if (failed != null) {
      throw failed;
    }
    return passed;
  }

  private void note(SQLException failure) {
    if (failed == null) {
      failed = failure;
    } else {
      failed.addSuppressed(failure);
    }
  }

  private long step(Lane lane, JournalProjection projection) throws SQLException {
    String name = projection.projectionName();
    try {
      long from = lockPosition(name, lane);
      long to = Math.min(from + AT_ONCE, lane.end());
      if (from < to) {
        List<ScanEvent> events = read(lane, from, to);
        if (!events.isEmpty()) {
          projection.apply(session, lane.brandId(), events);
        }
        savePosition(name, lane, to);
      }
      session.commit();
      return Math.max(0, to - from);
    } catch (SQLException | RuntimeException failure) {
      session.rollback();
      throw failure;
    }
  }

  private List<ScanEvent> read(Lane lane, long from, long to) throws SQLException {
    Slice last = read;
    if (last == null || !last.is(lane, from, to)) {
      last =
          new Slice(
              lane, from, to, JournalReader.read(session, lane.brandId(), lane.lane(), from, to));
      read = last;
    }
    return last.events();
  }

  private long lockPosition(String name, Lane lane) throws SQLException {
    long position = selectPosition(name, lane);
    if (position > 0) {
      return position;
    }
    PreparedStatement insert =
        session.prepared(
            "INSERT INTO projection_position (projection, brand_id, lane, next_seq)"
                + " VALUES (?, ?, ?, 1) ON DUPLICATE KEY UPDATE next_seq = next_seq");
    bind(new Values(insert), name, lane);
    insert.executeUpdate();
    return selectPosition(name, lane);
  }

  private long selectPosition(String name, Lane lane) throws SQLException {
    PreparedStatement select =
        session.prepared(
            "SELECT next_seq FROM projection_position"
                + " WHERE projection = ? AND brand_id = ? AND lane = ? FOR UPDATE");
    bind(new Values(select), name, lane);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void savePosition(String name, Lane lane, long next) throws SQLException {
    PreparedStatement update =
        session.prepared(
            "UPDATE projection_position SET next_seq = ?"
                + " WHERE projection = ? AND brand_id = ? AND lane = ?");
    bind(new Values(update).add(next), name, lane);
    update.executeUpdate();
  }

  private static void bind(Values values, String name, Lane lane) throws SQLException {
    values.add(name).add(lane.brandId()).add(lane.lane());
  }
}
