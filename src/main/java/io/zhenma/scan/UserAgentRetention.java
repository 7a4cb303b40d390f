package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes User-Agents that no scan in the database can refer to any more: those last seen before
 * the oldest scan that is kept. Where scans stay for ever, so do their User-Agents.
 */
@ApplicationScoped
class UserAgentRetention {
  private static final int PORTION = 1_000;
  private static final int MOST_PORTIONS = 100;

  /** Weeks of scans leave a little later than they may, and less than a month counts as one. */
  private static final Duration MARGIN = Duration.ofDays(45);

  private final AgroalDataSource database;
  private final Optional<Duration> scansStay;

  UserAgentRetention(
      AgroalDataSource database,
      @ConfigProperty(name = "zhenma.scan.retention") Optional<Duration> scansStay) {
    this.database = database;
    this.scansStay = scansStay;
  }

  @Scheduled(
      every = "6h",
      delayed = "7m",
      identity = "user-agent-retention",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyQuarterOfADay() throws SQLException {
    if (scansStay.isPresent()) {
      Duration kept = scansStay.get().plus(MARGIN);
      forget(LocalDate.now(ZoneOffset.UTC).minusDays(kept.toDays()));
    }
  }

  /** In portions, so that the journal never waits long for a row. */
  void forget(LocalDate seenBefore) throws SQLException {
    int deleted = PORTION;
    for (int i = 0; i < MOST_PORTIONS && deleted == PORTION; i++) {
      try (Connection connection = database.getConnection()) {
        deleted =
            Sql.update(
                connection,
                "DELETE FROM user_agent WHERE seen_on < ? ORDER BY seen_on LIMIT " + PORTION,
                List.of(seenBefore));
      }
    }
  }
}
