package io.zhenma.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of approvals. */
@ApplicationScoped
class ApprovalRows implements PanacheRepository<Approval> {
  private static final int DUE_AT_A_TIME = 50;

  List<Approval> newest(long brandId, Optional<ApprovalState> state, long before, int most) {
    Sort newest = Sort.descending("id");
    var found =
        state.isPresent()
            ? find("brandId = ?1 and id < ?2 and state = ?3", newest, brandId, before, state.get())
            : find("brandId = ?1 and id < ?2", newest, brandId, before);
    return found.range(0, most - 1).list();
  }

  Approval require(long brandId, long id) {
    return find("brandId = ?1 and id = ?2", brandId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** Locked until the transaction ends, so that of two who decide one comes second. */
  Approval locked(long brandId, long id) {
    getEntityManager()
        .createNativeQuery(
            "SELECT id FROM approval WHERE brand_id = ?1 AND id = ?2 FOR UPDATE", Long.class)
        .setParameter(1, brandId)
        .setParameter(2, id)
        .getResultList();
    return require(brandId, id);
  }

  long pending(long brandId) {
    return count("brandId = ?1 and closed = 0", brandId);
  }

  boolean isPending(long brandId, ApprovalKind kind, String subject) {
    return count(
            "brandId = ?1 and kind = ?2 and subject = ?3 and closed = 0", brandId, kind, subject)
        > 0;
  }

  List<Key> due(Instant now) {
    return keys(find("state = ?1 and dueAt <= ?2", Sort.by("dueAt"), ApprovalState.PENDING, now));
  }

  List<Key> expired(Instant now) {
    return keys(
        find("state = ?1 and expiresAt <= ?2", Sort.by("expiresAt"), ApprovalState.PENDING, now));
  }

  /** Not the rows: one that cannot be read would take the others with it. */
  private static List<Key> keys(PanacheQuery<Approval> found) {
    return found.project(Key.class).range(0, DUE_AT_A_TIME - 1).list();
  }

  /** Which approval it is. */
  record Key(Long brandId, Long id) {}
}
