package io.zhenma.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the manifest of a delivery that is ready; the same bytes each time. */
@ApplicationScoped
class Manifests {
  private final HandOut handOut;
  private final Deliveries deliveries;
  private final PrintingHouses houses;
  private final Catalogue catalogue;
  private final Brands brands;
  private final Sealing sealing;
  private final ObjectMapper json;

  Manifests(
      HandOut handOut,
      Deliveries deliveries,
      PrintingHouses houses,
      Catalogue catalogue,
      Brands brands,
      Sealing sealing,
      ObjectMapper json) {
    this.handOut = handOut;
    this.deliveries = deliveries;
    this.houses = houses;
    this.catalogue = catalogue;
    this.brands = brands;
    this.sealing = sealing;
    this.json = json;
  }

  @Transactional
  byte[] json(long brandId, long id) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(brandId, id));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** CMS SignedData around the same bytes. */
  @Transactional
  byte[] signed(long brandId, long id) {
    byte[] content = json(brandId, id);
    Instant madeAt = Objects.requireNonNull(deliveries.require(brandId, id).endedAt);
    return sealing.signer(brandId).sign(content, madeAt);
  }

  private Manifest manifest(long brandId, long id) {
    Delivery delivery = handOut.complete(brandId, id);
    BatchView batch =
        catalogue
            .batch(brandId, delivery.batchNumber)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    return new Manifest(
        Manifest.FORMAT,
        delivery.id,
        brands.get(brandId).slug(),
        delivery.batchNumber,
        batch.product().gtin(),
        batch.lot(),
        delivery.format,
        delivery.kinds().stream().map(Manifests::name).toList(),
        batch.keyId(),
        delivery.firstItem,
        (long) delivery.firstItem + delivery.itemCount - 1,
        delivery.itemCount,
        delivery.codes(),
        Objects.requireNonNull(delivery.endedAt),
        sealedFor(delivery),
        sealing.signer(brandId).fingerprint(),
        entries(delivery));
  }

  private static String name(CodeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable String sealedFor(Delivery delivery) {
    Long house = delivery.printingHouseId;
    return house == null ? null : houses.require(delivery.brandId, house).fingerprint;
  }

  private List<Manifest.Entry> entries(Delivery delivery) {
    return deliveries.files(delivery.brandId, delivery.id).stream()
        .map(file -> entry(delivery, file))
        .toList();
  }

  private static Manifest.Entry entry(Delivery delivery, DeliveryFile file) {
    DeliveryPart part = delivery.part(file.number());
    long first = part.range().first();
    return new Manifest.Entry(
        file.number(),
        delivery.plainName(part),
        first,
        first + part.range().count() - 1,
        part.codes(),
        file.plainBytes,
        file.plainSha256,
        delivery.isSealed()
            ? new Manifest.SealedFile(delivery.fileName(part), file.bytes, file.sha256)
            : null);
  }
}
