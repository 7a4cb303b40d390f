package io.zhenma.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.alert.Raised.Change;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Raises alerts. Of one kind and subject at most one is not resolved; what happens meanwhile is
 * counted on it, whichever replica sees it. Who subscribed hears when an alert opens and when it
 * becomes more severe, not when it counts.
 */
@ApplicationScoped
public class Alerts {
  private static final int ATTEMPTS = 5;

  private final Store store;
  private final Outbox outbox;
  private final MeterRegistry meters;

  Alerts(Store store, Outbox outbox, MeterRegistry meters) {
    this.store = store;
    this.outbox = outbox;
    this.meters = meters;
  }

  /** A warning that something happened once, in a transaction of its own. */
  public Raised raise(long brandId, AlertKind kind, AlertSubject subject, Facts facts, Instant at) {
    return raise(brandId, Occurrence.once(kind, subject, Severity.WARNING, facts, at));
  }

  /** In a transaction of its own, tried again when another one's lock was in its way. */
  public Raised raise(long brandId, Occurrence what) {
    for (int attempt = 1; ; attempt++) {
      try {
        return store.alone(connection -> raise(connection, brandId, what));
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS || !isCollision(failure)) {
          throw failure;
        }
      }
    }
  }

  /** Within the caller's transaction, so that it is raised exactly when the caller commits. */
  public Raised raise(Connection connection, long brandId, Occurrence what) throws SQLException {
    return noted(connection, brandId, what, OpenAlerts.raise(connection, brandId, what));
  }

  /**
   * Whether there was an alert of that kind and subject, resolved or not, at that time or later:
   * for those who read the same events twice.
   */
  public boolean wasTold(Connection connection, long brandId, Occurrence what) throws SQLException {
    return !Sql.list(
            connection,
            "SELECT id FROM alert WHERE brand_id = ? AND kind = ? AND subject = ?"
                + " AND last_seen >= ? LIMIT 1",
            List.of(brandId, what.kind().name(), what.subject().text(), what.at()),
            row -> row.getLong(1))
        .isEmpty();
  }

  /**
   * Counts it on the alert that is not resolved, if there is one, and opens none. What is older
   * than the last that was counted, by more than replicas are apart, was counted before.
   *
   * @return whether there was one
   */
  public boolean again(Connection connection, long brandId, Occurrence what) throws SQLException {
    Optional<Raised> joined = OpenAlerts.again(connection, brandId, what);
    if (joined.isPresent()) {
      noted(connection, brandId, what, joined.get());
    }
    return joined.isPresent();
  }

  private Raised noted(Connection connection, long brandId, Occurrence what, Raised raised)
      throws SQLException {
    if (raised.change() != Change.JOINED) {
      outbox.note(connection, brandId, raised.id(), NoticeEvent.of(raised.change()));
      meters
          .counter("zhenma.alerts", "kind", what.kind().slug(), "change", raised.change().name())
          .increment();
    }
    return raised;
  }

  /** A deadlock or a lock that took too long. */
  private static boolean isCollision(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == 1213 || sql.getErrorCode() == 1205)) {
        return true;
      }
    }
    return false;
  }
}
