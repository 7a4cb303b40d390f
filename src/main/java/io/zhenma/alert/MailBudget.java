package io.zhenma.alert;

import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * At most so many mails an hour to one address. Asked by whoever holds the address's lease, so that
 * replicas don't add up.
 */
@ApplicationScoped
class MailBudget {
  /** The first mail after an hour without begins a new one. */
  private static final String TAKE =
      "UPDATE alert_subscription SET"
          + " sent_in_hour = IF(hour_began > UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, sent_in_hour + 1, 1),"
          + " hour_began = IF(hour_began > UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, hour_began,"
          + " UTC_TIMESTAMP(3)) WHERE brand_id = ? AND id = ?"
          + " AND (sent_in_hour < ? OR hour_began IS NULL"
          + " OR hour_began <= UTC_TIMESTAMP(3) - INTERVAL 1 HOUR)";

  private static final String WAIT =
      "UPDATE alert_subscription SET wait_until = hour_began + INTERVAL 1 HOUR"
          + " WHERE brand_id = ? AND id = ?";

  private static final String RETURN =
      "UPDATE alert_subscription SET sent_in_hour = sent_in_hour - 1"
          + " WHERE brand_id = ? AND id = ? AND sent_in_hour > 0";

  private final Store store;
  private final AlertConfig config;

  MailBudget(Store store, AlertConfig config) {
    this.store = store;
    this.config = config;
  }

  /** Whether one more may be sent now; if not, the address waits for its next hour. */
  boolean take(Subscription to) {
    return store.alone(
        connection -> {
          int taken =
              Sql.update(connection, TAKE, List.of(to.brandId(), to.id(), config.mail().perHour()));
          if (taken == 0) {
            Sql.update(connection, WAIT, List.of(to.brandId(), to.id()));
          }
          return taken == 1;
        });
  }

  /** After a mail that was not taken: only those that may have arrived count. */
  void giveBack(Subscription to) {
    store.alone(connection -> Sql.update(connection, RETURN, List.of(to.brandId(), to.id())));
  }
}
