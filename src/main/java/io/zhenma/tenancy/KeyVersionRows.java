package io.zhenma.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The rows of key versions. */
@ApplicationScoped
class KeyVersionRows implements PanacheRepositoryBase<KeyVersionRow, KeyVersionRow.Id> {

  List<KeyVersionRow> of(long brandId) {
    return list("id.brandId", Sort.by("id.keyId"), brandId);
  }

  Optional<KeyVersionRow> current(long brandId) {
    return find("id.brandId = ?1 and state = ?2", brandId, KeyState.CURRENT).firstResultOptional();
  }

  /** Nobody else changes the brand's versions, or makes a batch of it, until the commit. */
  void lock(long brandId) {
    getEntityManager()
        .createNativeQuery("SELECT id FROM brand WHERE id = ?1 FOR UPDATE", Long.class)
        .setParameter(1, brandId)
        .getSingleResult();
  }

  /** Adds a version unless it is there already, as when two replicas add it at once. */
  void addIfMissing(KeyVersionRow row) {
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO key_version (brand_id, key_id, suite, state, public_key, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE key_id = key_id")
        .setParameter(1, row.id.brandId())
        .setParameter(2, row.id.keyId())
        .setParameter(3, row.suite.name())
        .setParameter(4, row.state.name())
        .setParameter(5, row.publicKey)
        .setParameter(6, row.createdAt)
        .executeUpdate();
  }

  /** Versions that have a code key and no row yet: those of brands older than the table. */
  @SuppressWarnings("unchecked")
  List<KeyVersionRow.Id> withoutRow() {
    List<Object[]> found =
        getEntityManager()
            .createNativeQuery(
                "SELECT k.brand_id, k.key_id FROM data_key k"
                    + " LEFT JOIN key_version v ON v.brand_id = k.brand_id AND v.key_id = k.key_id"
                    + " WHERE k.purpose = 'CODE' AND k.brand_id > 0 AND v.key_id IS NULL"
                    + " ORDER BY k.brand_id, k.key_id")
            .getResultList();
    return found.stream()
        .map(
            row ->
                new KeyVersionRow.Id(((Number) row[0]).longValue(), ((Number) row[1]).intValue()))
        .toList();
  }
}
