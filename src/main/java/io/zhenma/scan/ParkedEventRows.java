package io.zhenma.scan;

import io.micrometer.core.instrument.Metrics;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/** The table parked_event. */
final class ParkedEventRows {
  private static final Logger LOG = Logger.getLogger(ParkedEventRows.class);

  /** A projection that fails for more is itself at fault: then it waits for its repair. */
  static final int MOST_AN_HOUR = 100;

  private static final int LONGEST_ERROR = 100;
  private static final String PARK =
      "INSERT INTO parked_event (brand_id, projection, lane, seq, error, parked_at)"
          + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3))"
          + " ON DUPLICATE KEY UPDATE error = VALUES(error)";
  private static final String LATELY =
      "SELECT COUNT(*) FROM parked_event WHERE projection = ?"
          + " AND parked_at > UTC_TIMESTAMP(3) - INTERVAL 1 HOUR";

  private ParkedEventRows() {}

  /**
   * Puts an event aside and moves the projection on, in one transaction.
   *
   * @return false when too many were put aside lately; then nothing was done
   */
  static boolean park(
      PreparedSession session, Lane lane, JournalProjection projection, long seq, Throwable failure)
      throws SQLException {
    try {
      Connection connection = session.connection();
      if (Positions.lock(session, lane, projection) == seq) {
        String name = projection.projectionName();
        if (Sql.count(connection, LATELY, List.of(name)) >= MOST_AN_HOUR) {
          session.rollback();
          return false;
        }
        String error = error(failure);
        Sql.update(connection, PARK, List.of(lane.brandId(), name, lane.lane(), seq, error));
        Positions.move(session, lane, List.of(projection), seq + 1);
        session.commit();
        Metrics.counter("zhenma.journal.parked", "projection", name).increment();
        LOG.errorf(failure, "event %d of %s is put aside by projection %s", seq, lane, name);
      } else {
        session.rollback();
      }
      return true;
    } catch (SQLException | RuntimeException again) {
      session.rollback();
      throw again;
    }
  }

  /** The name of what failed and its code, but not its message, in which there may be data. */
  static String error(Throwable failure) {
    String name = failure.getClass().getSimpleName().replaceAll("[^\\x20-\\x7e]", "?");
    String error =
        failure instanceof SQLException sql
            ? name + " " + sql.getSQLState() + " " + sql.getErrorCode()
            : name;
    return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
  }
}
