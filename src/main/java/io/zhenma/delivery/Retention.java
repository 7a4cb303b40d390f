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
    for (Delivery due : QuarkusTransaction.requiringNew().call(() -> due(now))) {
      try {
        QuarkusTransaction.requiringNew().run(() -> expire(due.brandId, due.id, now));
      } catch (UncheckedIOException spoolFailure) {
        LOG.warnf("files of delivery %d cannot be deleted: %s", due.id, spoolFailure.getMessage());
      } catch (RuntimeException failure) {
        JobTroubles.leftOut("delivery-retention", "delivery " + due.id, failure);
      }
    }
  }

  private List<Delivery> due(Instant now) {
    return deliveries.find("expiresAt < ?1 order by expiresAt", now).page(0, AT_ONCE).list();
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
