package io.zhenma.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The rows of deliveries and of their files. */
@ApplicationScoped
class Deliveries implements PanacheRepository<Delivery> {

  Page<Delivery> page(long brandId, Optional<Integer> batch, Page.Request wanted) {
    Sort newest = Sort.by("id").descending();
    var found =
        batch.isPresent()
            ? find("brandId = ?1 and batchNumber = ?2", newest, brandId, batch.get())
            : find("brandId = ?1", newest, brandId);
    return wanted.of(found.page(wanted.page(), wanted.size()).list(), found.count());
  }

  Delivery require(long brandId, long id) {
    return find("brandId = ?1 and id = ?2", brandId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** As it is now, whatever this transaction saw before, and nobody else's until its end. */
  Delivery requireLocked(long brandId, long id) {
    getEntityManager()
        .createNativeQuery(
            "SELECT id FROM delivery WHERE brand_id = ?1 AND id = ?2 FOR UPDATE", Long.class)
        .setParameter(1, brandId)
        .setParameter(2, id)
        .getResultList();
    Delivery delivery = require(brandId, id);
    getEntityManager().refresh(delivery);
    return delivery;
  }

  long open(long brandId) {
    return count(
        "brandId = ?1 and state in (?2, ?3)", brandId, DeliveryState.QUEUED, DeliveryState.RUNNING);
  }

  List<DeliveryFile> files(long brandId, long id) {
    return getEntityManager()
        .createQuery(
            "from DeliveryFile where id.brandId = :brand and id.deliveryId = :delivery"
                + " order by id.number",
            DeliveryFile.class)
        .setParameter("brand", brandId)
        .setParameter("delivery", id)
        .getResultList();
  }

  Optional<DeliveryFile> file(long brandId, long id, int number) {
    return Optional.ofNullable(
        getEntityManager().find(DeliveryFile.class, new DeliveryFile.Id(brandId, id, number)));
  }
}
