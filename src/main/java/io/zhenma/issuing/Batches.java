package io.zhenma.issuing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.gs1.Gtin;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The rows of batches and of their moves. */
@ApplicationScoped
class Batches implements PanacheRepository<Batch> {
  /** The brand's row is locked, so that two batches made at once get two numbers. */
  int nextNumber(long brandId) {
    lockBrand(brandId);
    Number highest =
        (Number)
            getEntityManager()
                .createNativeQuery("SELECT COALESCE(MAX(number), 0) FROM batch WHERE brand_id = ?1")
                .setParameter(1, brandId)
                .getSingleResult();
    return highest.intValue() + 1;
  }

  /**
   * Comes before the first read: what is read afterwards is what stays.
   *
   * @throws ProblemException not-found when there is none
   */
  void lockBrand(long brandId) {
    boolean known =
        !getEntityManager()
            .createNativeQuery("SELECT id FROM brand WHERE id = ?1 FOR UPDATE", Long.class)
            .setParameter(1, brandId)
            .getResultList()
            .isEmpty();
    if (!known) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
  }

  /** Drafts of a product whose GTIN goes; one that is being issued is waited for, and stays. */
  void deleteDrafts(Product of) {
    delete("brandId = ?1 and product = ?2 and state = ?3", of.brandId, of, BatchState.CREATED);
  }

  Page<BatchView> page(long brandId, Optional<Gtin> gtin, Page.Request wanted) {
    Sort newest = Sort.by("number").descending();
    var found =
        gtin.isPresent()
            ? find("brandId = ?1 and product.gtin = ?2", newest, brandId, gtin.get().digits())
            : find("brandId = ?1", newest, brandId);
    return wanted.of(
        found.page(wanted.page(), wanted.size()).stream().map(Batch::view).toList(), found.count());
  }

  Optional<Batch> byNumber(long brandId, int number) {
    return find("brandId = ?1 and number = ?2", brandId, number).firstResultOptional();
  }

  Optional<Batch> byLot(long brandId, String lot) {
    return find("brandId = ?1 and lot = ?2", Sort.by("number"), brandId, lot).firstResultOptional();
  }

  Batch require(long brandId, int number) {
    return byNumber(brandId, number).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  @Transactional
  BatchView view(long brandId, int number) {
    return require(brandId, number).view();
  }

  /** Locks the batch's row first, so that what is read is what stays until the transaction ends. */
  Batch requireLocked(long brandId, int number) {
    getEntityManager()
        .createNativeQuery(
            "SELECT id FROM batch WHERE brand_id = ?1 AND number = ?2 FOR UPDATE", Long.class)
        .setParameter(1, brandId)
        .setParameter(2, number)
        .getResultList();
    return require(brandId, number);
  }
}
