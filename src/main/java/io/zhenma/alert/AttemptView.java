package io.zhenma.alert;

import io.zhenma.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as the API tells it.
 *
 * @param failure null when it was delivered
 * @param status of the answer, if there was one
 * @param answer its beginning
 */
record AttemptView(
    Instant at,
    long durationMs,
    @Nullable Failure failure,
    @Nullable Integer status,
    String answer) {

  static AttemptView of(Instant at, Result result) {
    return new AttemptView(
        at, result.took().toMillis(), result.failure(), result.status(), result.answer());
  }

  static AttemptView read(ResultSet row) throws SQLException {
    return new AttemptView(
        Sql.instant(row, "at"),
        row.getLong("duration_ms"),
        Optional.ofNullable(row.getString("failure")).map(Failure::valueOf).orElse(null),
        row.getObject("status", Integer.class),
        row.getString("answer"));
  }
}
