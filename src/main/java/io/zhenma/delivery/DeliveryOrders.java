package io.zhenma.delivery;

import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.CodeFiles;
import io.zhenma.issuing.CodeRange;
import io.zhenma.label.LabelFormat;
import io.zhenma.label.LabelTemplate;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Orders deliveries, cancels them and takes them up again. Each call is one transaction. */
@ApplicationScoped
class DeliveryOrders {
  private static final int MOST_OPEN = 50;
  private static final int MOST_FILES = 2_000;

  private final Deliveries deliveries;
  private final Catalogue catalogue;
  private final CodeFiles files;
  private final LabelTemplates templates;
  private final PrintingHouses houses;
  private final BrandKeys keys;
  private final DeliveryConfig config;
  private final AuditLog audit;

  DeliveryOrders(
      Deliveries deliveries,
      Catalogue catalogue,
      CodeFiles files,
      LabelTemplates templates,
      PrintingHouses houses,
      BrandKeys keys,
      DeliveryConfig config,
      AuditLog audit) {
    this.deliveries = deliveries;
    this.catalogue = catalogue;
    this.files = files;
    this.templates = templates;
    this.houses = houses;
    this.keys = keys;
    this.config = config;
    this.audit = audit;
  }

  /**
   * Orders a delivery; it is made in the background.
   *
   * @throws ProblemException when batch, range, template or printing house don't fit, or there are
   *     too many under way
   */
  @Transactional
  Delivery create(long brandId, long userId, int batchNumber, WantedDelivery wanted) {
    BatchView batch =
        catalogue
            .batch(brandId, batchNumber)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    CodeRange range =
        CodeRange.of(
            batch,
            wanted.kind().orElse("both"),
            wanted.first().orElse(0L),
            wanted.count(),
            Long.MAX_VALUE);
    batch.requireIssued();
    if (keys.isRevoked(brandId, batch.keyId())) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "keyId", "batch-key-revoked");
    }
    requireHouse(brandId, wanted.printingHouseId());
    Delivery delivery = new Delivery();
    delivery.brandId = brandId;
    delivery.batchNumber = batchNumber;
    delivery.format = wanted.format();
    delivery.kind = range.kindName();
    delivery.firstItem = range.first();
    delivery.itemCount = range.count();
    delivery.itemsAFile = wanted.format().itemsAFile(config, range.kinds().size());
    layOut(delivery, batch, range, wanted);
    delivery.printingHouseId = wanted.printingHouseId().orElse(null);
    delivery.state = DeliveryState.QUEUED;
    delivery.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    delivery.createdBy = userId;
    requireBounds(delivery);
    deliveries.persist(delivery);
    deliveries.flush();
    audit(delivery, userId, "delivery-created");
    return delivery;
  }

  @Transactional
  Delivery cancel(long brandId, long userId, long id) {
    return move(brandId, userId, id, DeliveryState.CANCELLED, "delivery-cancelled");
  }

  /** Goes on at the first file that is missing. */
  @Transactional
  Delivery resume(long brandId, long userId, long id) {
    Delivery delivery = deliveries.require(brandId, id);
    requireHouse(brandId, Optional.ofNullable(delivery.printingHouseId));
    return move(brandId, userId, id, DeliveryState.QUEUED, "delivery-resumed");
  }

  private Delivery move(long brandId, long userId, long id, DeliveryState next, String action) {
    Delivery delivery = deliveries.requireLocked(brandId, id);
    if (next == DeliveryState.QUEUED && delivery.state.isOpen()) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "state", "delivery-state", delivery.state.name());
    }
    delivery.moveTo(next, Instant.now().truncatedTo(ChronoUnit.MILLIS), config.keep());
    audit(delivery, userId, action);
    return delivery;
  }

  /** Keeps the template as it is now: files made again must not follow its later changes. */
  private void layOut(Delivery delivery, BatchView batch, CodeRange range, WantedDelivery wanted) {
    Optional<LabelFormat> format = wanted.format().labels();
    if (format.isEmpty()) {
      return;
    }
    String id = wanted.template().orElse(BuiltInTemplate.A4_40.slug());
    LabelTemplate template =
        templates
            .find(delivery.brandId, id)
            .orElseThrow(() -> ProblemException.field("template", "template-unknown"))
            .design()
            .template();
    files.requireReadable(format.get(), template, batch, range);
    delivery.template = id;
    delivery.design = templates.text(template);
  }

  /** With an active printing house of the brand nothing leaves that isn't sealed. */
  private void requireHouse(long brandId, Optional<Long> houseId) {
    if (houseId.isEmpty()) {
      houses.requirePlainAllowed(brandId);
      return;
    }
    PrintingHouse house =
        houses
            .find("brandId = ?1 and id = ?2", brandId, houseId.get())
            .firstResultOptional()
            .orElseThrow(() -> ProblemException.field("printingHouseId", "printing-house-unknown"));
    if (!house.active) {
      throw ProblemException.field("printingHouseId", "printing-house-inactive");
    }
    if (!house.mayReceive(Instant.now())) {
      throw ProblemException.field("printingHouseId", "certificate-expired");
    }
  }

  private void requireBounds(Delivery delivery) {
    if (delivery.parts() > MOST_FILES) {
      throw ProblemException.field(
          "count", "delivery-too-large", (long) MOST_FILES * delivery.itemsAFile);
    }
    if (deliveries.open(delivery.brandId) >= MOST_OPEN) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "format", "deliveries-too-many", MOST_OPEN);
    }
  }

  private void audit(Delivery delivery, long userId, String action) {
    String detail =
        String.format(
            Locale.ROOT,
            "batch %d, %s, %s, items %d to %d%s",
            delivery.batchNumber,
            delivery.format,
            delivery.kind,
            delivery.firstItem,
            delivery.firstItem + delivery.itemCount - 1,
            delivery.printingHouseId == null
                ? ""
                : ", sealed for printing house " + delivery.printingHouseId);
    audit.record(delivery.brandId, userId, action, "delivery:" + delivery.id, detail);
  }
}
