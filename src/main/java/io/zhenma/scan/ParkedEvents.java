package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
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
  private static final String TAKE =
      "DELETE FROM parked_event WHERE brand_id = ? AND projection = ? AND lane = ? AND seq = ?";

  private final AgroalDataSource database;
  private final List<JournalProjection> projections;
  private final AtomicLong count;

  ParkedEvents(
      AgroalDataSource database, @All List<JournalProjection> projections, MeterRegistry meters) {
    this.database = database;
    this.projections = projections;
    this.count = meters.gauge("zhenma.journal.parked.events", new AtomicLong());
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
    count.set(all().size());
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
