package io.zhenma.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes entries of the audit log that are older than they need be, a thousand at a time, each in
 * a transaction of its own, so that nobody waits for it.
 */
@ApplicationScoped
class AuditRetention {
  private static final int AT_A_TIME = 1_000;
  private static final int MOST_STEPS = 200;

  /** What is younger is evidence that an attacker would like to see gone. */
  private static final int LEAST_DAYS = 180;

  private final EntityManager entities;
  private final AuditConfig config;

  AuditRetention(EntityManager entities, AuditConfig config) {
    this.entities = entities;
    this.config = config;
  }

  @Scheduled(
      every = "1h",
      delayed = "7m",
      identity = "audit-retention",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = Instant.now();
    sweep(true, before(now, Math.max(1, config.refusalsKeepDays())));
    config.keepDays().ifPresent(days -> sweep(false, before(now, Math.max(LEAST_DAYS, days))));
  }

  /**
   * @return how many were deleted
   */
  int sweep(boolean refused, Instant before) {
    int all = 0;
    int gone = AT_A_TIME;
    for (int step = 0; step < MOST_STEPS && gone == AT_A_TIME; step++) {
      gone = QuarkusTransaction.requiringNew().call(() -> delete(refused, before));
      all += gone;
    }
    return all;
  }

  private int delete(boolean refused, Instant before) {
    return entities
        .createNativeQuery(
            "DELETE FROM audit_entry WHERE refused = ?1 AND at < ?2 ORDER BY at LIMIT " + AT_A_TIME)
        .setParameter(1, refused)
        .setParameter(2, before)
        .executeUpdate();
  }

  private static Instant before(Instant now, int days) {
    return now.minus(Duration.ofDays(days));
  }
}
