package io.zhenma.alert;

import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where people look at alerts, take care of them and close them. */
@ApplicationScoped
class AlertDesk {
  private static final int LONGEST_NOTE = 500;
  private static final String ACKNOWLEDGE =
      "UPDATE alert SET state = 'ACKNOWLEDGED', acknowledged_at = UTC_TIMESTAMP(3),"
          + " acknowledged_by = ?, note = ? WHERE brand_id = ? AND id = ?";
  private static final String RESOLVE =
      "UPDATE alert SET state = 'RESOLVED', closed = id, resolved_at = UTC_TIMESTAMP(3),"
          + " resolved_by = ?, note = ? WHERE brand_id = ? AND id = ?";

  private final Store store;
  private final Outbox outbox;
  private final AuditLog audit;

  AlertDesk(Store store, Outbox outbox, AuditLog audit) {
    this.store = store;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * What is looked for; null means any.
   *
   * @param unresolved whether to leave out those that are resolved
   */
  record Filter(
      boolean unresolved,
      @Nullable AlertState state,
      @Nullable AlertKind kind,
      @Nullable Severity severity) {}

  /** The last seen first. */
  Page<AlertView> page(long brandId, Filter filter, Page.Request wanted) {
    StringBuilder where = new StringBuilder(" WHERE a.brand_id = ?");
    List<Object> values = new ArrayList<>(List.of(brandId));
    if (filter.unresolved()) {
      where.append(" AND a.state IN ('OPEN', 'ACKNOWLEDGED')");
    }
    and(where, values, "state", filter.state());
    and(where, values, "kind", filter.kind());
    and(where, values, "severity", filter.severity());
    return store.here(
        connection -> {
          long total =
              Sql.list(
                      connection,
                      "SELECT COUNT(*) FROM alert a" + where,
                      values,
                      row -> row.getLong(1))
                  .get(0);
          List<Object> paged = new ArrayList<>(values);
          paged.add(wanted.size());
          paged.add(wanted.offset());
          String order = " ORDER BY a.last_seen DESC, a.id DESC LIMIT ? OFFSET ?";
          return wanted.of(
              Sql.list(connection, AlertView.SELECT + where + order, paged, AlertView::read),
              total);
        });
  }

  private static void and(
      StringBuilder where, List<Object> values, String column, @Nullable Enum<?> wanted) {
    if (wanted != null) {
      where.append(" AND a.").append(column).append(" = ?");
      values.add(wanted.name());
    }
  }

  AlertView get(long brandId, long id) {
    return store.here(connection -> require(connection, brandId, id));
  }

  /** Somebody looks after it. */
  @Transactional
  AlertView acknowledge(long brandId, long userId, long id, String note) {
    return move(brandId, userId, id, AlertState.ACKNOWLEDGED, note);
  }

  /** It is over. */
  @Transactional
  AlertView resolve(long brandId, long userId, long id, String note) {
    return move(brandId, userId, id, AlertState.RESOLVED, note);
  }

  private AlertView move(long brandId, long userId, long id, AlertState to, String note) {
    String text = note.isBlank() ? "" : FieldRule.plainText("note", note, LONGEST_NOTE);
    AlertView after =
        store.here(
            connection -> {
              AlertView before = locked(connection, brandId, id);
              if (!before.state().canBecome(to)) {
                throw ProblemException.conflict(ProblemType.CONFLICT, "state", "alert-state");
              }
              String kept = text.isEmpty() ? before.note() : text;
              String sql = to == AlertState.RESOLVED ? RESOLVE : ACKNOWLEDGE;
              Sql.update(connection, sql, List.of(userId, kept, brandId, id));
              if (to == AlertState.RESOLVED) {
                outbox.note(connection, brandId, id, NoticeEvent.RESOLVED);
              }
              return require(connection, brandId, id);
            });
    String action = "alert-" + to.name().toLowerCase(Locale.ROOT);
    audit.record(brandId, userId, action, "alert:" + id, after.kind() + " " + after.subject());
    return after;
  }

  private static AlertView locked(Connection connection, long brandId, long id)
      throws SQLException {
    Sql.list(
        connection,
        "SELECT id FROM alert WHERE brand_id = ? AND id = ? FOR UPDATE",
        List.of(brandId, id),
        row -> row.getLong(1));
    return require(connection, brandId, id);
  }

  private static AlertView require(Connection connection, long brandId, long id)
      throws SQLException {
    return AlertView.find(connection, brandId, id)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
