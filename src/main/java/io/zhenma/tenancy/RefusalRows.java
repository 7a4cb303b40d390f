package io.zhenma.tenancy;

import io.agroal.api.AgroalDataSource;
import io.zhenma.problem.JobTroubles;
import io.zhenma.problem.LostDatabase;
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

  /**
   * Each in a statement of its own, and one that cannot be written is lost alone.
   *
   * @throws SQLException when the database is away
   */
  void add(Map<Refusal, Integer> counts, Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (Map.Entry<Refusal, Integer> counted : counts.entrySet()) {
        try {
          add(connection, counted.getKey(), counted.getValue(), now);
        } catch (SQLException failure) {
          if (LostDatabase.in(failure)) {
            throw failure;
          }
          JobTroubles.leftOut("refusals", "a count of " + counted.getKey().action(), failure);
        }
      }
    }
  }

  private static void add(Connection connection, Refusal refusal, int times, Instant now)
      throws SQLException {
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
            times,
            now,
            refusal.slot()));
  }
}
