package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets projections follow the journal, each by its own saved position a lane, exactly once: events
 * are applied and the position is moved in one transaction, which holds the position's row, so that
 * replicas take turns.
 */
@ApplicationScoped
public class JournalFollower {
  private static final int AT_ONCE = 2_000;

  private final AgroalDataSource database;

  JournalFollower(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What a projection does with the next events of a brand, in their order, within the transaction
   * of the given session. Statements prepared in it serve all steps of one pass.
   */
  @FunctionalInterface
  public interface Projection {
    void apply(PreparedSession session, long brandId, List<ScanEvent> events) throws SQLException;
  }

  /**
   * Applies everything that is new to the projection of that name.
   *
   * @return how many numbers of the journal were passed
   * @throws SQLException when a lane could not be followed to its end; the other lanes were, what
   *     was applied stays, and the rest comes next time
   */
  public long follow(String name, Projection projection) throws SQLException {
    return follow(name, lanesBehind(name), projection);
  }

  /** The same for one brand, whatever becomes of the others. */
  public long follow(String name, long brandId, Projection projection) throws SQLException {
    List<Lane> own = lanesBehind(name).stream().filter(lane -> lane.brandId() == brandId).toList();
    return follow(name, own, projection);
  }

  private long follow(String name, List<Lane> lanes, Projection projection) throws SQLException {
    if (lanes.isEmpty()) {
      return 0;
    }
    try (PreparedSession session = PreparedSession.open(database)) {
      return follow(name, lanes, projection, session);
    }
  }

  private static long follow(
      String name, List<Lane> lanes, Projection projection, PreparedSession session)
      throws SQLException {
    long applied = 0;
    SQLException failed = null;
    for (Lane lane : lanes) {
      try {
        applied += follow(name, lane, projection, session);
      } catch (SQLException | RuntimeException failure) {
        SQLException stopped =
            new SQLException("projection " + name + " stopped in " + lane, failure);
        if (failed != null) {
          stopped.addSuppressed(failed);
        }
        failed = stopped;
      }
    }
    if (failed != null) {
      throw failed;
    }
    return applied;
  }

  private static long follow(String name, Lane lane, Projection projection, PreparedSession session)
      throws SQLException {
    long applied = 0;
    long now;
    do {
      now = step(name, lane, projection, session);
      applied += now;
    } while (now > 0);
    return applied;
  }

  /** A lane and the number it will hand out next: all below are committed. */
  private record Lane(long brandId, int lane, long end) {}

  private List<Lane> lanesBehind(String name) throws SQLException {
    String sql =
        "SELECT l.brand_id, l.lane, l.next_seq FROM journal_lane l LEFT JOIN projection_position p"
            + " ON p.projection = ? AND p.brand_id = l.brand_id AND p.lane = l.lane"
            + " WHERE l.next_seq > COALESCE(p.next_seq, 1)";
    List<Lane> lanes = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lanes.add(new Lane(row.getLong(1), row.getInt(2), row.getLong(3)));
        }
      }
    }
    return lanes;
  }

  private static long step(String name, Lane lane, Projection projection, PreparedSession session)
      throws SQLException {
    try {
      long from = lockPosition(session, name, lane);
      long to = Math.min(from + AT_ONCE, lane.end());
      if (from < to) {
        List<ScanEvent> events = JournalReader.read(session, lane.brandId(), lane.lane(), from, to);
        if (!events.isEmpty()) {
          projection.apply(session, lane.brandId(), events);
        }
        savePosition(session, name, lane, to);
      }
      session.commit();
      return Math.max(0, to - from);
    } catch (SQLException | RuntimeException failure) {
      session.rollback();
      throw failure;
    }
  }

  private static long lockPosition(PreparedSession session, String name, Lane lane)
      throws SQLException {
    long position = selectPosition(session, name, lane);
    if (position > 0) {
      return position;
    }
    PreparedStatement insert =
        session.prepared(
            "INSERT INTO projection_position (projection, brand_id, lane, next_seq)"
                + " VALUES (?, ?, ?, 1) ON DUPLICATE KEY UPDATE next_seq = next_seq");
    bind(new Values(insert), name, lane);
    insert.executeUpdate();
    return selectPosition(session, name, lane);
  }

  private static long selectPosition(PreparedSession session, String name, Lane lane)
      throws SQLException {
    PreparedStatement select =
        session.prepared(
            "SELECT next_seq FROM projection_position"
                + " WHERE projection = ? AND brand_id = ? AND lane = ? FOR UPDATE");
    bind(new Values(select), name, lane);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void savePosition(PreparedSession session, String name, Lane lane, long next)
      throws SQLException {
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
