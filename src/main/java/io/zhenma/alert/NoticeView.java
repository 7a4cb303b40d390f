package io.zhenma.alert;

import io.zhenma.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the API tells it.
 *
 * @param id what the receiver sees as {@code webhook-id}, without {@code msg_} and with dashes
 * @param alertId null for a test
 * @param dueAt when it is tried next, while it is pending
 */
record NoticeView(
    String id,
    long subscriptionId,
    @Nullable Long alertId,
    NoticeEvent event,
    NoticeState state,
    int attempts,
    Instant createdAt,
    @Nullable Instant dueAt,
    @Nullable Instant endedAt) {

  static NoticeView read(ResultSet row) throws SQLException {
    NoticeEvent event = NoticeEvent.valueOf(row.getString("event"));
    NoticeState state = NoticeState.valueOf(row.getString("state"));
    return new NoticeView(
        Sql.uuid(row.getBytes("id")).toString(),
        row.getLong("subscription_id"),
        event == NoticeEvent.TEST ? null : row.getLong("alert_id"),
        event,
        state,
        row.getInt("attempts"),
        Sql.instant(row, "created_at"),
        state == NoticeState.PENDING ? Sql.instant(row, "due_at") : null,
        Sql.instantOrNull(row, "ended_at"));
  }
}
