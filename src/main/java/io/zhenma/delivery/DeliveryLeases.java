package io.zhenma.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.problem.JobTroubles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who makes what. A delivery has one lease at a time, by the database's clock; every change that
 * its maker writes asks whether the lease is still theirs. A maker whose lease ran out can
 * therefore spoil nothing, however late it wakes.
 */
@ApplicationScoped
class DeliveryLeases {
  private static final String FREE =
      " IN ('QUEUED', 'RUNNING') AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3))";
  private static final String HELD =
      " WHERE brand_id = ?1 AND id = ?2 AND lease_owner = ?3 AND state = 'RUNNING'";

  private final EntityManager entities;
  private final DeliveryConfig config;

  DeliveryLeases(EntityManager entities, DeliveryConfig config) {
    this.entities = entities;
    this.config = config;
  }

  /**
   * Takes the lease of a delivery that nobody makes: brands with the fewest under way first, so
   * that one brand's many do not hold up another's only one. The only query here that looks over
   * all brands.
   */
  Optional<Delivery> claim() {
    for (Object[] free : QuarkusTransaction.requiringNew().call(this::free)) {
      long brandId = ((Number) free[0]).longValue();
      long id = ((Number) free[1]).longValue();
      try {
        Optional<Delivery> taken = QuarkusTransaction.requiringNew().call(() -> take(brandId, id));
        if (taken.isPresent()) {
          return taken;
        }
      } catch (PersistenceException | IllegalArgumentException unreadable) {
        JobTroubles.leftOut("deliveries", "delivery " + id, unreadable);
        QuarkusTransaction.requiringNew().run(() -> giveUp(brandId, id));
      }
    }
    return Optional.empty();
  }

  private Optional<Delivery> take(long brandId, long id) {
    return take(brandId, id, UUID.randomUUID().toString())
        ? Optional.ofNullable(entities.find(Delivery.class, id))
        : Optional.empty();
  }

  /** A row that cannot even be read stands before all others each time; it has failed. */
  private void giveUp(long brandId, long id) {
    entities
        .createNativeQuery(
            "UPDATE delivery SET state = 'FAILED', failure = 'INTERNAL',"
                + " ended_at = UTC_TIMESTAMP(3), lease_owner = NULL, lease_until = NULL"
                + " WHERE brand_id = ?1 AND id = ?2 AND state"
                + FREE)
        .setParameter(1, brandId)
        .setParameter(2, id)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> free() {
    return entities
        .createNativeQuery(
            "SELECT brand_id, id FROM delivery d WHERE state"
                + FREE
                + " ORDER BY (SELECT COUNT(*) FROM delivery busy WHERE busy.brand_id = d.brand_id"
                + " AND busy.state = 'RUNNING' AND busy.lease_until >= UTC_TIMESTAMP(3)), id"
                + " LIMIT 4",
            Object[].class)
        .getResultList();
  }

  /** A name of its own each time, so that a run that was given up can't write for the next one. */
  private boolean take(long brandId, long id, String owner) {
    Query take =
        entities
            .createNativeQuery(
                "UPDATE delivery SET state = 'RUNNING', lease_owner = ?3,"
                    + " lease_until = UTC_TIMESTAMP(3) + INTERVAL ?4 SECOND,"
                    + " started_at = COALESCE(started_at, UTC_TIMESTAMP(3))"
                    + " WHERE brand_id = ?1 AND id = ?2 AND state"
                    + FREE)
            .setParameter(1, brandId)
            .setParameter(2, id)
            .setParameter(3, owner)
            .setParameter(4, config.lease().toSeconds());
    return take.executeUpdate() == 1;
  }

  /**
   * A sign of life with progress.
   *
   * @return false when it was cancelled, or is somebody else's by now
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean renew(Delivery delivery, long codesDone, long codesPerSecond) {
    Query renewal =
        held(
                "lease_until = UTC_TIMESTAMP(3) + INTERVAL ?4 SECOND, codes_done = ?5,"
                    + " codes_per_second = ?6",
                delivery)
            .setParameter(4, config.lease().toSeconds())
            .setParameter(5, codesDone)
            .setParameter(6, codesPerSecond);
    return renewal.executeUpdate() == 1;
  }

  /**
   * Writes a finished file down.
   *
   * @return false when the delivery isn't ours any more; then nothing was written
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean record(Delivery delivery, DeliveryFile file) {
    // Also locks the row, so that a cancellation comes before or after, not in between.
    Query sign =
        held("lease_until = UTC_TIMESTAMP(3) + INTERVAL ?4 SECOND", delivery)
            .setParameter(4, config.lease().toSeconds());
    if (sign.executeUpdate() != 1) {
      return false;
    }
    entities.merge(file);
    return true;
  }

  /** All files are there. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void finish(Delivery delivery) {
    end("state = 'READY', failure = NULL, codes_done = ?6", delivery)
        .setParameter(6, delivery.codes())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void fail(Delivery delivery, DeliveryFailure reason) {
    end("state = 'FAILED', failure = ?6", delivery).setParameter(6, reason.name()).executeUpdate();
  }

  /** Hands it back, since this replica shuts down. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void release(Delivery delivery) {
    held("state = 'QUEUED', lease_owner = NULL, lease_until = NULL", delivery).executeUpdate();
  }

  private Query end(String change, Delivery delivery) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return held(
            change
                + ", ended_at = ?4, expires_at = ?5, lease_owner = NULL, lease_until = NULL,"
                + " codes_per_second = 0",
            delivery)
        .setParameter(4, now)
        .setParameter(5, now.plus(config.keep()));
  }

  private Query held(String change, Delivery delivery) {
    return entities
        .createNativeQuery("UPDATE delivery SET " + change + HELD)
        .setParameter(1, delivery.brandId)
        .setParameter(2, delivery.id)
        .setParameter(3, delivery.leaseOwner);
  }
}
