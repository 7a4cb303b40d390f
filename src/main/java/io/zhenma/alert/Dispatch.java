package io.zhenma.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.alert.DispatchLeases.Lease;
import io.zhenma.problem.LostDatabase;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Sends to one subscription while the lease is held. */
@ApplicationScoped
class Dispatch {
  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  /** Then others have a turn. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

  private static final int MOST_IN_A_MAIL = 5_000;
  private static final String DUE =
      "SELECT * FROM alert_notice WHERE brand_id = ? AND subscription_id = ? AND state = 'PENDING'"
          + " AND due_at <= UTC_TIMESTAMP(3) ORDER BY created_at, id LIMIT ?";

  /** All that wait, also what was to gather further alerts: they stand in the same mail. */
  private static final String WAITING =
      "SELECT * FROM alert_notice WHERE brand_id = ? AND subscription_id = ? AND state = 'PENDING'"
          + " AND (due_at <= UTC_TIMESTAMP(3) OR attempts = 0) ORDER BY created_at, id LIMIT ?";

  private final Store store;
  private final DispatchLeases leases;
  private final DeliveryLog log;
  private final WebhookSender webhooks;
  private final MailSender mails;
  private final MailBudget budget;
  private final StoppedSubscriptions stopped;
  private final MeterRegistry meters;

  Dispatch(
      Store store,
      DispatchLeases leases,
      DeliveryLog log,
      WebhookSender webhooks,
      MailSender mails,
      MailBudget budget,
      StoppedSubscriptions stopped,
      MeterRegistry meters) {
    this.store = store;
    this.leases = leases;
    this.log = log;
    this.webhooks = webhooks;
    this.mails = mails;
    this.budget = budget;
    this.stopped = stopped;
    this.meters = meters;
  }

  /** Until nothing is due, the other side is down, the turn is over, or it is to end. */
  void run(Lease lease, BooleanSupplier ending) {
    Subscription to = lease.subscription();
    long end = System.nanoTime() + LONGEST_TURN.toNanos();
    boolean more = true;
    while (more && !ending.getAsBoolean() && System.nanoTime() < end) {
      more = to.channel() == Channel.MAIL ? mail(lease) : webhook(lease);
    }
    leases.release(lease);
  }

  private boolean webhook(Lease lease) {
    List<Notice> next = next(lease.subscription(), DUE, 1);
    if (next.isEmpty() || !leases.renew(lease)) {
      return false;
    }
    return written(
        lease, next, attempt(lease, () -> webhooks.send(lease.subscription(), next.get(0))));
  }

  private boolean mail(Lease lease) {
    Subscription to = lease.subscription();
    if (next(to, DUE, 1).isEmpty() || !leases.renew(lease) || !budget.take(to)) {
      return false;
    }
    List<Notice> all = next(to, WAITING, MOST_IN_A_MAIL);
    Result result = attempt(lease, () -> mails.send(to, all));
    if (!result.isDelivered() && result.failure() != Failure.TIMEOUT) {
      budget.giveBack(to);
    }
    return written(lease, all, result);
  }

  /**
   * A notice that cannot even be made up fails as one that nobody takes does: it is counted, waits
   * longer each time and ends as a dead letter, and those behind it go on.
   */
  private static Result attempt(Lease lease, Supplier<Result> sending) {
    try {
      return sending.get();
    } catch (RuntimeException failure) {
      if (LostDatabase.in(failure)) {
        throw failure;
      }
      LOG.warnf(
          "a notice of subscription %d could not be made up: %s",
          lease.subscription().id(), failure.getClass().getName());
      return Result.failed(Failure.UNREADABLE, Duration.ZERO);
    }
  }

  private List<Notice> next(Subscription of, String sql, int most) {
    return store.alone(
        connection ->
            Sql.list(
                connection,
                sql,
                List.of(of.brandId(), of.id(), most),
                row ->
                    new Notice(
                        row.getLong("brand_id"),
                        Sql.uuid(row.getBytes("id")),
                        row.getLong("subscription_id"),
                        row.getString("body"),
                        row.getInt("attempts"))));
  }

  /**
   * @return whether to go on
   */
  private boolean written(Lease lease, List<Notice> notices, Result result) {
    Subscription to = lease.subscription();
    Failure failure = result.failure();
    meters
        .counter(
            "zhenma.alert.attempts",
            "channel",
            to.channel().name(),
            "outcome",
            failure == null ? "DELIVERED" : failure.name())
        .increment();
    boolean hopeless =
        store.alone(
            connection -> {
              log.write(connection, to, notices, result);
              return failure != null && log.isHopeless(connection, to, result);
            });
    if (hopeless) {
      stopped.stop(to);
    }
    return !hopeless && (failure == null || !failure.stopsOthers());
  }
}
