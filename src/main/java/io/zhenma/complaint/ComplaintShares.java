package io.zhenma.complaint;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.OwnScan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * How many complaints of a day a brand takes: of one device, of one code, in all. Unknown codes
 * have a share of their own, so that who invents them shuts nobody out who holds an item.
 */
@ApplicationScoped
class ComplaintShares {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String LOCK =
      "INSERT INTO complaint_lock (brand_id, taken_at) VALUES (?1, ?2)"
          + " ON DUPLICATE KEY UPDATE taken_at = VALUES(taken_at)";
  private static final String OF_DAY =
      "select count(c) from Complaint c where c.id.brandId = ?1 and c.createdAt > ?2 and ";

  private final EntityManager rows;
  private final ComplaintConfig config;

  ComplaintShares(EntityManager rows, ComplaintConfig config) {
    this.rows = rows;
    this.config = config;
  }

  /** Until the transaction ends, nobody else keeps a complaint to this brand. */
  void lock(long brandId, Instant now) {
    rows.createNativeQuery(LOCK)
        .setParameter(1, brandId)
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }

  void require(OwnScan scan, Instant now) {
    boolean known = scan.item().isPresent();
    requireLess(scan, now, "c.device = ?3", scan.device().bytes(), config.perDevice());
    requireLess(scan, now, "c.code = ?3", scan.code().path(), config.perCode());
    requireLess(
        scan,
        now,
        "c.outcome " + (known ? "<>" : "=") + " ?3",
        OwnScan.UNKNOWN,
        known ? config.perBrand() : config.unknownPerBrand());
  }

  private void requireLess(OwnScan scan, Instant now, String which, Object value, int most) {
    long count =
        rows.createQuery(OF_DAY + which, Long.class)
            .setParameter(1, scan.brand().id())
            .setParameter(2, now.minus(DAY))
            .setParameter(3, value)
            .getSingleResult();
    if (count >= most) {
      throw ProblemException.later(ProblemType.LOCKED_OUT, DAY);
    }
  }
}
