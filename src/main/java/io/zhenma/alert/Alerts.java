package io.zhenma.alert;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Raises alerts. Of one kind and subject at most one is not resolved; what happens meanwhile is
 * counted on it, whichever replica sees it. Who subscribed hears when an alert opens and when it
 * becomes more severe, not when it counts.
 */
@ApplicationScoped
public class Alerts {
  private static final int ATTEMPTS = 5;

  private final AgroalDataSource database;

  Alerts(AgroalDataSource database) {
    this.database = database;
  }

  /** A warning that something happened once, in a transaction of its own. */
  public Raised raise(long brandId, AlertKind kind, AlertSubject subject, Facts facts, Instant at) {
    return raise(brandId, Occurrence.once(kind, subject, Severity.WARNING, facts, at));
  }

  /** In a transaction of its own, tried again when another one's lock was in its way. */
  public Raised raise(long brandId, Occurrence what) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(() -> raiseHere(brandId, what));
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS || !isCollision(failure)) {
          throw failure;
        }
      }
    }
  }

  /** Within the caller's transaction, so that it is raised exactly when the caller commits. */
  public Raised raise(Connection connection, long brandId, Occurrence what) throws SQLException {
    return OpenAlerts.raise(connection, brandId, what);
  }

  /**
   * Counts it on the alert that is not resolved, if there is one, and opens none.
   *
   * @return whether there was one
   */
  public boolean again(Connection connection, long brandId, Occurrence what) throws SQLException {
    return OpenAlerts.again(connection, brandId, what);
  }

  private Raised raiseHere(long brandId, Occurrence what) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return raise(connection, brandId, what);
    }
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
