package io.zhenma.issuing;

import io.zhenma.gs1.Gtin;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Locale;

/**
 * Gives numbers to products of brands that have no GTIN: of the GS1 prefixes 040 to 049, which
 * everybody may use within their own company. Here the company is this platform, and a number is
 * given out once.
 *
 * <p>Source: GS1 General Specifications, figure 1.4.3-1 (GS1 prefix 04) and section 2.1.11.
 */
@ApplicationScoped
class RestrictedNumbers {
  private static final String PREFIX = "04";
  private static final long END = 10_000_000_000L;

  private final EntityManager entities;

  RestrictedNumbers(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A number that nobody had before. In a transaction of its own, so that others need not wait, and
   * a product that comes to nothing loses its number for good.
   *
   * @throws ProblemException conflict when all are used up
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Gtin take() {
    Gtin number = next();
    while (isProduct(number)) {
      number = next();
    }
    return number;
  }

  private Gtin next() {
    Long next =
        (Long)
            entities
                .createNativeQuery(
                    "SELECT next_number FROM restricted_number WHERE id = 1 FOR UPDATE", Long.class)
                .getSingleResult();
    if (next >= END) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "restricted", "restricted-used-up");
    }
    entities
        .createNativeQuery("UPDATE restricted_number SET next_number = ?1 WHERE id = 1")
        .setParameter(1, next + 1)
        .executeUpdate();
    return Gtin.complete(PREFIX + String.format(Locale.ROOT, "%010d", next));
  }

  /** A brand may have brought such a number from its own shop. */
  private boolean isProduct(Gtin number) {
    Number found =
        (Number)
            entities
                .createNativeQuery("SELECT COUNT(*) FROM product WHERE gtin = ?1")
                .setParameter(1, number.digits())
                .getSingleResult();
    return found.intValue() > 0;
  }
}
