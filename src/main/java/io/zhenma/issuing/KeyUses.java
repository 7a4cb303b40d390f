package io.zhenma.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what was made with each version of a brand's keys. */
@ApplicationScoped
class KeyUses {
  private final EntityManager entities;

  KeyUses(EntityManager entities) {
    this.entities = entities;
  }

  /** By key id; a key with which nothing was made is not there. */
  @SuppressWarnings("unchecked")
  Map<Integer, Use> of(long brandId) {
    List<Object[]> found =
        entities
            .createNativeQuery(
                "SELECT key_id, COUNT(*), SUM(quantity) FROM batch"
                    + " WHERE brand_id = ?1 AND profile <> 'FOREIGN' GROUP BY key_id")
            .setParameter(1, brandId)
            .getResultList();
    return found.stream()
        .collect(
            Collectors.toMap(
                row -> ((Number) row[0]).intValue(),
                row -> new Use(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
  }

  /** Batches, and items in them. */
  record Use(long batches, long items) {
    static final Use NONE = new Use(0, 0);
  }
}
