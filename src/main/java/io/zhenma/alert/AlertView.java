package io.zhenma.alert;

import io.zhenma.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API tells it.
 *
 * @param subject such as {@code item:3:17}
 * @param facts by their keys
 * @param note what somebody wrote when they acknowledged or resolved it, or empty
 */
record AlertView(
    long id,
    AlertKind kind,
    String subject,
    Severity severity,
    AlertState state,
    long occurrences,
    Instant firstSeen,
    Instant lastSeen,
    Map<String, Object> facts,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    String note) {

  /** Selects what {@link #read} reads. */
  static final String SELECT =
      "SELECT a.*, k.name AS acknowledged_name, r.name AS resolved_name FROM alert a"
          + " LEFT JOIN app_user k ON k.id = a.acknowledged_by"
          + " LEFT JOIN app_user r ON r.id = a.resolved_by";

  static AlertView read(ResultSet row) throws SQLException {
    return new AlertView(
        row.getLong("id"),
        AlertKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        Severity.valueOf(row.getString("severity")),
        AlertState.valueOf(row.getString("state")),
        row.getLong("occurrences"),
        Sql.instant(row, "first_seen"),
        Sql.instant(row, "last_seen"),
        Facts.read(row.getString("facts")),
        Sql.instantOrNull(row, "acknowledged_at"),
        row.getString("acknowledged_name"),
        Sql.instantOrNull(row, "resolved_at"),
        row.getString("resolved_name"),
        row.getString("note"));
  }

  static Optional<AlertView> find(Connection connection, long brandId, long id)
      throws SQLException {
    return Sql.list(
            connection,
            SELECT + " WHERE a.brand_id = ? AND a.id = ?",
            List.of(brandId, id),
            AlertView::read)
        .stream()
        .findFirst();
  }
}
