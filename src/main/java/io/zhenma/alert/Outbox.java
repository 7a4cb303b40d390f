package io.zhenma.alert;

import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Notes down who is to hear what, in the transaction that changed the alert: a notice is there
 * exactly if the change is.
 */
@ApplicationScoped
class Outbox {
  private static final String INSERT =
      "INSERT INTO alert_notice (brand_id, id, subscription_id, alert_id, event, body, state,"
          + " attempts, created_at, due_at) VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0,"
          + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND)";

  private final AlertConfig config;

  Outbox(AlertConfig config) {
    this.config = config;
  }

  void note(Connection connection, long brandId, long alertId, NoticeEvent event)
      throws SQLException {
    List<Subscription> subscriptions =
        Sql.list(
            connection,
            "SELECT * FROM alert_subscription WHERE brand_id = ? AND state = 'ACTIVE'",
            List.of(brandId),
            Subscription::read);
    if (subscriptions.isEmpty()) {
      return;
    }
    AlertView alert = AlertView.find(connection, brandId, alertId).orElseThrow();
    String body = Payload.of(event, Instant.now(), alert, url(alertId));
    for (Subscription subscription : subscriptions) {
      if (isOn(subscription.channel())
          && event.goesBy(subscription.channel())
          && subscription.wants(alert.kind(), alert.severity())) {
        insert(connection, subscription, alert, event, body);
      }
    }
  }

  /** What cannot leave is not noted, so that it does not leave all at once one day. */
  private boolean isOn(Channel channel) {
    return channel == Channel.WEBHOOK || MailSender.isOn(config);
  }

  private void insert(
      Connection connection,
      Subscription subscription,
      AlertView alert,
      NoticeEvent event,
      String body)
      throws SQLException {
    Sql.update(
        connection,
        INSERT,
        List.of(
            subscription.brandId(),
            Sql.bytes(UUID.randomUUID()),
            subscription.id(),
            alert.id(),
            event.name(),
            body,
            wait(subscription.channel(), alert.severity())));
  }

  private long wait(Channel channel, Severity severity) {
    boolean gathers = channel == Channel.MAIL && severity != Severity.CRITICAL;
    return gathers ? config.mail().gather().toSeconds() : 0;
  }

  private String url(long alertId) {
    return config.consoleBase().toString().replaceFirst("/$", "") + "/console/#/alerts/" + alertId;
  }
}
