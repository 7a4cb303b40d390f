package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Events of the journal that a projection put aside, and their second chance after a repair. They
 * are applied after events that came later; see {@link JournalProjection}.
 */
@ApplicationScoped
@Unremovable
public class ParkedEvents {
  private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
  private static final String ALL =
      "SELECT * FROM parked_event ORDER BY brand_id, projection, lane, seq";

  /** Counted up to a bound: whoever has more has the same trouble. */
  private static final String FEW =
      "SELECT COUNT(*) FROM (SELECT 1 FROM parked_event LIMIT 10000) few";

  /** Neither the scan nor the position that the event stands for is there any more. */
  private static final String LOSE =
      "DELETE FROM parked_event WHERE brand_id = ? AND lane = ? AND seq <= ?"
          + " AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.brand_id = parked_event.brand_id"
          + " AND s.lane = parked_event.lane AND s.seq = parked_event.seq)"
          + " AND NOT EXISTS (SELECT 1 FROM scan_refinement r WHERE"
          + " r.brand_id = parked_event.brand_id AND r.lane = parked_event.lane"
          + " AND r.seq = parked_event.seq)";

  private static final String TAKE =
      "DELETE FROM parked_event WHERE brand_id = ? AND projection = ? AND lane = ? AND seq = ?";

  private final AgroalDataSource database;
  private final List<JournalProjection> projections;
  private final AtomicLong count;
  private final Counter lost;

  ParkedEvents(
      AgroalDataSource database, @All List<JournalProjection> projections, MeterRegistry meters) {
    this.database = database;
    this.projections = projections;
    this.count = meters.gauge("zhenma.journal.parked.events", new AtomicLong());
    this.lost = meters.counter("zhenma.journal.parked.lost");
  }

  /**
   * One that was put aside.
   *
   * @param error the name of what failed
   */
  public record Parked(
      long brandId, String projection, int lane, long seq, String error, Instant at) {}

  /**
   * @param applied after all
   * @param left that failed again, or whose scan is not in the database any more
   */
  public record Applied(int applied, int left) {}

  @Scheduled(every = "1m", delayed = "20s", identity = "parked-events")
  void count() throws SQLException {
    try (Connection connection = database.getConnection()) {
      count.set(Sql.count(connection, FEW, List.of()));
    }
  }

  /** Those of all brands. */
  public List<Parked> all() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection,
          ALL,
          List.of(),
          row ->
              new Parked(
                  row.getLong("brand_id"),
                  row.getString("projection"),
                  row.getInt("lane"),
                  row.getLong("seq"),
                  row.getString("error"),
                  Sql.instant(row, "parked_at")));
    }
  }

  /**
   * Gives up events whose scans have left the database: they can never be applied. Counted in
   * {@code zhenma.journal.parked.lost}.
   *
   * @param seq the last that has left its lane
   */
  public void lose(long brandId, int lane, long seq) throws SQLException {
    try (Connection connection = database.getConnection()) {
      int lost = Sql.update(connection, LOSE, List.of(brandId, lane, seq));
      if (lost > 0) {
        this.lost.increment(lost);
        LOG.warnf("%d parked events of brand %d are lost with their scans", lost, brandId);
      }
    }
  }

  /** Gives each to its projection once more; one that fails stays where it is. */
  public Applied applyAgain() throws SQLException {
    int applied = 0;
    List<Parked> all = all();
    for (Parked parked : all) {
      if (isApplied(parked)) {
        applied++;
      }
    }
    return new Applied(applied, all.size() - applied);
  }

  private boolean isApplied(Parked parked) throws SQLException {
    for (JournalProjection projection : projections) {
      if (projection.projectionName().equals(parked.projection())) {
        try (PreparedSession session = PreparedSession.open(database)) {
          return isApplied(session, projection, parked);
        }
      }
    }
    return false;
  }

  private static boolean isApplied(
      PreparedSession session, JournalProjection projection, Parked parked) throws SQLException {
    try {
      int taken =
          Sql.update(
              session.connection(),
              TAKE,
              List.of(parked.brandId(), parked.projection(), parked.lane(), parked.seq()));
      List<ScanEvent> event =
          JournalReader.read(
              session, parked.brandId(), parked.lane(), parked.seq(), parked.seq() + 1);
      if (taken == 1 && !event.isEmpty()) {
        projection.apply(session, parked.brandId(), event);
        session.commit();
        return true;
      }
    } catch (SQLException | RuntimeException | StackOverflowError again) {
      LOG.warnf("event %d fails again: %s", parked.seq(), ParkedEventRows.error(again));
    }
    session.rollback();
    return false;
  }
}
