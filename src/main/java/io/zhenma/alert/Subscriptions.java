package io.zhenma.alert;

import io.zhenma.crypto.WebhookSecret;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who hears of a brand's alerts. Every change is written down with who made it. */
@ApplicationScoped
class Subscriptions {
  private static final int MOST = 30;
  private static final String INSERT =
      "INSERT INTO alert_subscription (brand_id, channel, name, address, language, kinds,"
          + " least_severity, state, created_at, changed_at, changed_by, failures, sent_in_hour)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?, 0, 0)";

  /** Whoever changes it starts afresh: what failed before says nothing about the new address. */
  private static final String CHANGE =
      "UPDATE alert_subscription SET name = ?, address = ?, language = ?, kinds = ?,"
          + " least_severity = ?, state = ?, changed_at = UTC_TIMESTAMP(3), changed_by = ?,"
          + " failures = 0, failing_since = NULL, wait_until = NULL WHERE brand_id = ? AND id = ?";

  private final Store store;
  private final WebhookSecrets secrets;
  private final AuditLog audit;
  private final AlertConfig config;

  Subscriptions(Store store, WebhookSecrets secrets, AuditLog audit, AlertConfig config) {
    this.store = store;
    this.secrets = secrets;
    this.audit = audit;
    this.config = config;
  }

  /** A new one, and its secret if it is a webhook, which is told this once. */
  record Made(SubscriptionView subscription, Optional<WebhookSecret> secret) {}

  /** All of the brand, in the order in which they were made. */
  List<SubscriptionView> all(long brandId) {
    return store.here(
        connection ->
            Sql.list(
                connection,
                "SELECT s.*, (SELECT COUNT(*) FROM alert_notice n WHERE n.brand_id = s.brand_id"
                    + " AND n.subscription_id = s.id AND n.state = 'PENDING') AS pending,"
                    + " (SELECT COUNT(*) FROM alert_notice n WHERE n.brand_id = s.brand_id"
                    + " AND n.subscription_id = s.id AND n.state = 'DEAD') AS dead"
                    + " FROM alert_subscription s WHERE s.brand_id = ? ORDER BY s.id",
                List.of(brandId),
                row ->
                    SubscriptionView.of(
                        Subscription.read(row), row.getLong("pending"), row.getLong("dead"))));
  }

  Subscription require(long brandId, long id) {
    return store.here(
        connection ->
            Sql.list(
                    connection,
                    "SELECT * FROM alert_subscription WHERE brand_id = ? AND id = ?",
                    List.of(brandId, id),
                    Subscription::read)
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND)));
  }

  @Transactional
  Made create(long brandId, long userId, WantedSubscription wanted) {
    if (all(brandId).size() >= MOST) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "name", "subscriptions-too-many", MOST);
    }
    String address = wanted.checkedAddress(config.webhook().allowLoopback());
    List<Object> values =
        List.of(
            brandId,
            wanted.channel().name(),
            wanted.checkedName(),
            address,
            wanted.checkedLanguage(),
            Subscription.text(wanted.checkedKinds()),
            wanted.leastSeverity().name(),
            wanted.state().name(),
            userId);
    long id = store.here(connection -> inserted(connection, values));
    Optional<WebhookSecret> secret =
        wanted.channel() == Channel.WEBHOOK
            ? Optional.of(store.here(connection -> secrets.make(connection, brandId, id)))
            : Optional.empty();
    record(brandId, userId, "alert-subscription-created", id, wanted);
    return new Made(SubscriptionView.of(require(brandId, id), 0, 0), secret);
  }

  private static long inserted(Connection connection, List<Object> values) throws SQLException {
    Sql.update(connection, INSERT, values);
    return Sql.list(connection, "SELECT LAST_INSERT_ID()", List.of(), row -> row.getLong(1)).get(0);
  }

  /** Its channel stays what it is. */
  @Transactional
  SubscriptionView change(long brandId, long userId, long id, WantedSubscription wanted) {
    Subscription before = require(brandId, id);
    if (before.channel() != wanted.channel()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "channel", "channel-fixed");
    }
    String address = wanted.checkedAddress(config.webhook().allowLoopback());
    List<Object> values =
        List.of(
            wanted.checkedName(),
            address,
            wanted.checkedLanguage(),
            Subscription.text(wanted.checkedKinds()),
            wanted.leastSeverity().name(),
            wanted.state().name(),
            userId,
            brandId,
            id);
    store.here(connection -> Sql.update(connection, CHANGE, values));
    record(brandId, userId, "alert-subscription-changed", id, wanted);
    return all(brandId).stream().filter(own -> own.id() == id).findFirst().orElseThrow();
  }

  /** With all that waits for it. */
  @Transactional
  void delete(long brandId, long userId, long id) {
    Subscription gone = require(brandId, id);
    store.here(
        connection -> {
          List<Long> key = List.of(brandId, id);
          Sql.update(
              connection,
              "DELETE a FROM alert_attempt a JOIN alert_notice n ON n.brand_id = a.brand_id"
                  + " AND n.id = a.notice_id WHERE n.brand_id = ? AND n.subscription_id = ?",
              key);
          for (String table : List.of("alert_notice", "webhook_secret")) {
            Sql.update(
                connection,
                "DELETE FROM " + table + " WHERE brand_id = ? AND subscription_id = ?",
                key);
          }
          return Sql.update(
              connection, "DELETE FROM alert_subscription WHERE brand_id = ? AND id = ?", key);
        });
    audit.record(
        brandId,
        userId,
        "alert-subscription-deleted",
        subject(id),
        gone.channel() + " " + gone.name());
  }

  /** A new secret; the previous one goes on signing beside it for a while. */
  @Transactional
  WebhookSecret rotate(long brandId, long userId, long id) {
    if (require(brandId, id).channel() != Channel.WEBHOOK) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "channel", "webhook-only");
    }
    WebhookSecret secret = store.here(connection -> secrets.make(connection, brandId, id));
    audit.record(brandId, userId, "webhook-secret-rotated", subject(id), "");
    return secret;
  }

  private void record(
      long brandId, long userId, String action, long id, WantedSubscription wanted) {
    String detail = wanted.channel() + " " + wanted.name() + " " + wanted.state();
    audit.record(brandId, userId, action, subject(id), detail);
  }

  static String subject(long id) {
    return "alert-subscription:" + id;
  }
}
