package io.zhenma.tenancy;

import io.agroal.api.AgroalDataSource;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Adds refusals to their rows of the audit log, from however many replicas. */
@ApplicationScoped
class RefusalRows {
  private static final String COUNT =
      "INSERT INTO audit_entry (brand_id, user_id, action, subject, detail, at, refused, network,"
          + " times, last_at, slot) VALUES (?, ?, ?, ?, '', ?, TRUE, ?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE times = LEAST(times + VALUES(times), 2000000000),"
          + " last_at = GREATEST(last_at, VALUES(last_at))";

  private final AgroalDataSource database;

  RefusalRows(AgroalDataSource database) {
    this.database = database;
  }

  /** Each in a statement of its own: one that is in the way of another replica's costs no other. */
  void add(Map<Refusal, Integer> counts, Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (Map.Entry<Refusal, Integer> counted : counts.entrySet()) {
        Refusal refusal = counted.getKey();
        Sql.update(
            connection,
            COUNT,
            Arrays.asList(
                refusal.brandId(),
                refusal.userId(),
                refusal.action(),
                refusal.subject(),
                now,
                refusal.network(),
                counted.getValue(),
                now,
                refusal.slot()));
      }
    }
  }
}
