package io.zhenma.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.problem.JobTroubles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes the files of deliveries after their time. What they were stays known. */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final int AT_ONCE = 200;

  /** After so many that failed, it is not they that are at fault. */
  private static final int MOST_LEFT = 1_000;

  private final Deliveries deliveries;
  private final DeliveryConfig config;
  private final Spool spool;

  Retention(Deliveries deliveries, DeliveryConfig config, Spool spool) {
    this.deliveries = deliveries;
    this.config = config;
    this.spool = spool;
  }

  @Scheduled(
      every = "5M",
      identity = "delivery-retention",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expireDue() {
    Instant now = Instant.now();
    int left = 0;
    List<Key> due;
    do {
      int from = left;
      due = QuarkusTransaction.requiringNew().call(() -> due(now, from));
      for (Key key : due) {
        left += isExpired(key, now) ? 0 : 1;
      }
    } while (due.size() == AT_ONCE && left < MOST_LEFT);
  }

  private boolean isExpired(Key key, Instant now) {
    try {
      QuarkusTransaction.requiringNew().run(() -> expire(key.brandId(), key.id(), now));
      return true;
    } catch (UncheckedIOException spoolFailure) {
      LOG.warnf("files of delivery %d cannot be deleted: %s", key.id(), spoolFailure.getMessage());
    } catch (RuntimeException failure) {
      JobTroubles.leftOut("delivery-retention", "delivery " + key.id(), failure);
    }
    return false;
  }

  private record Key(Long brandId, Long id) {}

  /** Not the rows: one that cannot be read would take the others with it. */
  private List<Key> due(Instant now, int from) {
    return deliveries
        .getEntityManager()
        .createQuery(
            "select brandId, id from Delivery where expiresAt < ?1 order by expiresAt, id",
            Key.class)
        .setParameter(1, now)
        .setFirstResult(from)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** The files first: if that fails, the next time tries again. */
  private void expire(long brandId, long id, Instant now) {
    Delivery delivery = deliveries.requireLocked(brandId, id);
    if (delivery.expiresAt == null || delivery.expiresAt.isAfter(now)) {
      return;
    }
    try {
      spool.empty(delivery);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    deliveries.files(brandId, id).forEach(file -> file.spoolName = null);
    delivery.moveTo(DeliveryState.EXPIRED, now, config.keep());
  }
}
