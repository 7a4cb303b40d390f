package io.zhenma.alert;

import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what became of attempts, and what that means for notices and subscriptions. */
@ApplicationScoped
class DeliveryLog {
  private static final String ATTEMPT =
      "INSERT INTO alert_attempt (brand_id, notice_id, at, duration_ms, failure, status, answer)"
          + " VALUES (?, ?, UTC_TIMESTAMP(3), ?, ?, ?, ?)";
  private static final String DELIVERED =
      "UPDATE alert_notice SET state = 'DELIVERED', attempts = attempts + 1,"
          + " ended_at = UTC_TIMESTAMP(3) WHERE brand_id = ? AND id = ? AND state = 'PENDING'";
  private static final String FAILED =
      "UPDATE alert_notice SET attempts = ?, state = ?,"
          + " ended_at = IF(? = 'DEAD', UTC_TIMESTAMP(3), NULL),"
          + " due_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND"
          + " WHERE brand_id = ? AND id = ? AND state = 'PENDING'";
  private static final String REACHED =
      "UPDATE alert_subscription SET failures = 0, failing_since = NULL, wait_until = NULL"
          + " WHERE brand_id = ? AND id = ?";
  private static final String MISSED =
      "UPDATE alert_subscription SET failures = failures + 1,"
          + " failing_since = COALESCE(failing_since, UTC_TIMESTAMP(3)),"
          + " wait_until = IF(?, UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND, wait_until)"
          + " WHERE brand_id = ? AND id = ?";

  private final AlertConfig config;
  private final Backoff backoff;

  DeliveryLog(AlertConfig config) {
    this.config = config;
    this.backoff = new Backoff(config.retryAfter(), config.longestRetry());
  }

  /** Of one attempt for all the notices. */
  void write(Connection connection, Subscription to, List<Notice> notices, Result result)
      throws SQLException {
    for (Notice notice : notices) {
      attempt(connection, notice, result);
      if (result.isDelivered()) {
        Sql.update(connection, DELIVERED, List.of(notice.brandId(), Sql.bytes(notice.id())));
      } else {
        failed(connection, notice, result);
      }
    }
    Failure failure = result.failure();
    if (failure == null) {
      Sql.update(connection, REACHED, List.of(to.brandId(), to.id()));
    } else {
      Duration wait = longer(backoff.after(Math.min(to.failures() + 1, 20)), result);
      Sql.update(
          connection, MISSED, List.of(failure.stopsOthers(), micros(wait), to.brandId(), to.id()));
    }
  }

  /** The attempt alone, as of a test that is never repeated. */
  void attempt(Connection connection, Notice notice, Result result) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(notice.brandId());
    values.add(Sql.bytes(notice.id()));
    values.add((int) result.took().toMillis());
    values.add(result.failure() == null ? null : result.failure().name());
    values.add(result.status());
    values.add(result.answer());
    Sql.update(connection, ATTEMPT, values);
  }

  private void failed(Connection connection, Notice notice, Result result) throws SQLException {
    int attempts = notice.attempts() + 1;
    String state = (attempts >= config.attempts() ? NoticeState.DEAD : NoticeState.PENDING).name();
    Duration wait = longer(backoff.after(attempts), result);
    Sql.update(
        connection,
        FAILED,
        List.of(attempts, state, state, micros(wait), notice.brandId(), Sql.bytes(notice.id())));
  }

  /** Whether it failed for so long that nothing is to be sent there any more. */
  boolean isHopeless(Connection connection, Subscription to, Result result) throws SQLException {
    if (result.failure() == Failure.GONE) {
      return true;
    }
    return Sql.list(
            connection,
            "SELECT failing_since < UTC_TIMESTAMP(3) - INTERVAL ? SECOND FROM alert_subscription"
                + " WHERE brand_id = ? AND id = ?",
            List.of(config.stopAfter().toSeconds(), to.brandId(), to.id()),
            row -> row.getBoolean(1))
        .stream()
        .anyMatch(hopeless -> hopeless);
  }

  private static Duration longer(Duration wait, Result result) {
    Duration asked = result.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(wait) > 0 ? asked : wait;
  }

  private static long micros(Duration duration) {
    return duration.toMillis() * 1_000;
  }
}
