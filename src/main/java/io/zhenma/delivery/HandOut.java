package io.zhenma.delivery;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decides whether something may be handed out now, whatever was allowed when it was made. */
@ApplicationScoped
class HandOut {
  private final Deliveries deliveries;
  private final PrintingHouses houses;
  private final Spool spool;

  HandOut(Deliveries deliveries, PrintingHouses houses, Spool spool) {
    this.deliveries = deliveries;
    this.houses = houses;
    this.spool = spool;
  }

  /** A file that may leave. */
  record Ready(Delivery delivery, DeliveryFile file, String name, Path path) {}

  /**
   * A file of a delivery.
   *
   * @throws ProblemException not-found when it isn't there (yet, or any more), sealed-only when it
   *     is plain and must not be any more, conflict when its printing house is out
   */
  @Transactional
  Ready file(long brandId, long id, int number) {
    Delivery delivery = deliveries.require(brandId, id);
    requireAllowed(delivery);
    DeliveryFile file =
        deliveries
            .file(brandId, id, number)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    String spoolName = file.spoolName;
    if (spoolName == null || !Files.isReadable(spool.file(delivery, spoolName))) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    String name = delivery.fileName(delivery.part(number));
    return new Ready(delivery, file, name, spool.file(delivery, spoolName));
  }

  /**
   * A delivery whose files are all there.
   *
   * @throws ProblemException like {@link #file}
   */
  @Transactional
  Delivery complete(long brandId, long id) {
    Delivery delivery = deliveries.require(brandId, id);
    requireAllowed(delivery);
    if (delivery.state != DeliveryState.READY) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "state", "delivery-state", delivery.state.name());
    }
    return delivery;
  }

  private void requireAllowed(Delivery delivery) {
    Long houseId = delivery.printingHouseId;
    if (houseId == null) {
      houses.requirePlainAllowed(delivery.brandId);
    } else if (!houses.require(delivery.brandId, houseId).active) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "printingHouse", "printing-house-inactive");
    }
  }
}
