package io.zhenma.alert;

import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of what was to be told, and dead letters sent once more. */
@ApplicationScoped
class Notices {
  private static final int MOST_ATTEMPTS_SHOWN = 50;
  private static final String REPLAY =
      "UPDATE alert_notice SET state = 'PENDING', attempts = 0, due_at = UTC_TIMESTAMP(3),"
          + " ended_at = NULL WHERE brand_id = ? AND state = 'DEAD'";

  private final Store store;
  private final Subscriptions subscriptions;
  private final AuditLog audit;

  Notices(Store store, Subscriptions subscriptions, AuditLog audit) {
    this.store = store;
    this.subscriptions = subscriptions;
    this.audit = audit;
  }

  /** Of one subscription, the newest first. */
  Page<NoticeView> page(
      long brandId, long subscriptionId, @Nullable NoticeState state, Page.Request wanted) {
    subscriptions.require(brandId, subscriptionId);
    String where = " FROM alert_notice WHERE brand_id = ? AND subscription_id = ?";
    List<Object> values = new ArrayList<>(List.of(brandId, subscriptionId));
    if (state != null) {
      where += " AND state = ?";
      values.add(state.name());
    }
    String filter = where;
    return store.here(
        connection -> {
          long total =
              Sql.list(connection, "SELECT COUNT(*)" + filter, values, row -> row.getLong(1))
                  .get(0);
          List<Object> paged = new ArrayList<>(values);
          paged.add(wanted.size());
          paged.add(wanted.offset());
          String sql = "SELECT *" + filter + " ORDER BY created_at DESC, id LIMIT ? OFFSET ?";
          return wanted.of(Sql.list(connection, sql, paged, NoticeView::read), total);
        });
  }

  /** The last attempts of a notice, the newest first. */
  List<AttemptView> attempts(long brandId, UUID id) {
    require(brandId, id);
    return store.here(
        connection ->
            Sql.list(
                connection,
                "SELECT * FROM alert_attempt WHERE brand_id = ? AND notice_id = ?"
                    + " ORDER BY id DESC LIMIT ?",
                List.of(brandId, Sql.bytes(id), MOST_ATTEMPTS_SHOWN),
                AttemptView::read));
  }

  NoticeView require(long brandId, UUID id) {
    return store.here(
        connection ->
            Sql.list(
                    connection,
                    "SELECT * FROM alert_notice WHERE brand_id = ? AND id = ?",
                    List.of(brandId, Sql.bytes(id)),
                    NoticeView::read)
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND)));
  }

  /** Sends a dead letter again, under the same id. */
  @Transactional
  NoticeView replay(long brandId, long userId, UUID id) {
    NoticeView notice = require(brandId, id);
    int replayed =
        store.here(
            connection ->
                Sql.update(connection, REPLAY + " AND id = ?", List.of(brandId, Sql.bytes(id))));
    if (replayed == 0) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "notice-not-dead");
    }
    audit.record(
        brandId,
        userId,
        "alert-notice-replayed",
        Subscriptions.subject(notice.subscriptionId()),
        id.toString());
    return require(brandId, id);
  }

  /**
   * @return how many
   */
  @Transactional
  int replayAll(long brandId, long userId, long subscriptionId) {
    subscriptions.require(brandId, subscriptionId);
    int replayed =
        store.here(
            connection ->
                Sql.update(
                    connection,
                    REPLAY + " AND subscription_id = ?",
                    List.of(brandId, subscriptionId)));
    audit.record(
        brandId,
        userId,
        "alert-notices-replayed",
        Subscriptions.subject(subscriptionId),
        Integer.toString(replayed));
    return replayed;
  }
}
