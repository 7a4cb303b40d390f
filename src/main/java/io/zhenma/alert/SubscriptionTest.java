package io.zhenma.alert;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sends a test while somebody waits for what comes back. It stands in the log, is not repeated. */
@ApplicationScoped
class SubscriptionTest {
  private static final int AT_ONCE = 4;
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final String INSERT =
      "INSERT INTO alert_notice (brand_id, id, subscription_id, alert_id, event, body, state,"
          + " attempts, created_at, due_at, ended_at) VALUES (?, ?, ?, 0, 'TEST', ?, ?, 1,"
          + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))";

  private final Subscriptions subscriptions;
  private final WebhookSender webhooks;
  private final MailSender mails;
  private final DeliveryLog log;
  private final Store store;
  private final AuditLog audit;
  private final Shares shares = new Shares(AT_ONCE);

  SubscriptionTest(
      Subscriptions subscriptions,
      WebhookSender webhooks,
      MailSender mails,
      DeliveryLog log,
      Store store,
      AuditLog audit) {
    this.subscriptions = subscriptions;
    this.webhooks = webhooks;
    this.mails = mails;
    this.log = log;
    this.store = store;
    this.audit = audit;
  }

  /**
   * @throws ProblemException overloaded when others test as well, or the brand itself
   */
  AttemptView send(long brandId, long userId, long id) {
    Subscription to = subscriptions.require(brandId, id);
    if (!shares.take(brandId)) {
      throw ProblemException.later(ProblemType.OVERLOADED, LATER);
    }
    try {
      Instant at = Instant.now();
      Notice notice = new Notice(brandId, UUID.randomUUID(), id, Payload.test(at, to.name()), 0);
      audit.record(brandId, userId, "alert-test-sent", Subscriptions.subject(id), to.name());
      Result result =
          to.channel() == Channel.MAIL
              ? mails.send(to, List.of(notice))
              : webhooks.send(to, notice);
      keep(notice, result);
      return AttemptView.of(at, result);
    } finally {
      shares.giveBack(brandId);
    }
  }

  private void keep(Notice notice, Result result) {
    NoticeState state = result.isDelivered() ? NoticeState.DELIVERED : NoticeState.DEAD;
    store.alone(
        connection -> {
          log.attempt(connection, notice, result);
          return Sql.update(
              connection,
              INSERT,
              List.of(
                  notice.brandId(),
                  Sql.bytes(notice.id()),
                  notice.subscriptionId(),
                  notice.body(),
                  state.name()));
        });
  }
}
