package io.zhenma.alert;

import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Ends what failed for too long: what waits becomes dead letters, and the brand's people are told
 * by an alert.
 */
@ApplicationScoped
class StoppedSubscriptions {
  private final Store store;
  private final Alerts alerts;

  StoppedSubscriptions(Store store, Alerts alerts) {
    this.store = store;
    this.alerts = alerts;
  }

  void stop(Subscription failing) {
    store.alone(
        connection -> {
          int stopped =
              Sql.update(
                  connection,
                  "UPDATE alert_subscription SET state = 'STOPPED'"
                      + " WHERE brand_id = ? AND id = ? AND state = 'ACTIVE'",
                  List.of(failing.brandId(), failing.id()));
          if (stopped == 1) {
            Sql.update(
                connection,
                "UPDATE alert_notice SET state = 'DEAD', ended_at = UTC_TIMESTAMP(3)"
                    + " WHERE brand_id = ? AND subscription_id = ? AND state = 'PENDING'",
                List.of(failing.brandId(), failing.id()));
            alerts.raise(connection, failing.brandId(), occurrence(failing));
          }
          return stopped;
        });
  }

  private static Occurrence occurrence(Subscription failing) {
    Instant since = failing.failingSince() == null ? Instant.now() : failing.failingSince();
    return Occurrence.once(
        AlertKind.DELIVERY_STOPPED,
        AlertSubject.subscription(failing.id()),
        Severity.WARNING,
        Facts.of(Fact.SINCE, since),
        Instant.now());
  }
}
