package io.zhenma.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.device.UserAgent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.CodeProfile;
import io.zhenma.issuing.ItemState;
import io.zhenma.issuing.Origin;
import io.zhenma.issuing.Origins;
import io.zhenma.issuing.ProductView;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.verification.Circumstances;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Takes a scan through its rooms: admit, decode, locate, journal, answer. */
@ApplicationScoped
public class Scans {
  private final Catalogue catalogue;
  private final Brands brands;
  private final BrandKeys keys;
  private final Origins origins;
  private final PlaceFinder places;
  private final Journal journal;
  private final MeterRegistry meters;

  Scans(
      Catalogue catalogue,
      Brands brands,
      BrandKeys keys,
      Origins origins,
      PlaceFinder places,
      Journal journal,
      MeterRegistry meters) {
    this.catalogue = catalogue;
    this.brands = brands;
    this.keys = keys;
    this.origins = origins;
    this.places = places;
    this.journal = journal;
    this.meters = meters;
  }

  /**
   * Decides and records a scan. The answer completes after it is durable; a forged code is answered
   * without touching the database.
   *
   * @throws io.zhenma.problem.ProblemException overloaded when too many scans wait
   */
  public CompletionStage<ScanAnswer> scan(ScanRequest request) {
    Admission admission = admit(request);
    CompletionStage<ScanAnswer> answer =
        admission instanceof Admission.Known known
            ? record(request, known)
            : CompletableFuture.completedFuture(
                ScanAnswer.unknown(request.scanId(), ((Admission.Forged) admission).reason()));
    return answer.thenApply(this::counted);
  }

  /** Whether the code was issued by a brand here, and what it says. */
  Admission admit(ScanRequest request) {
    Optional<ProductView> product = catalogue.product(request.link().gtin());
    if (product.isEmpty()) {
      return new Admission.Forged(Reason.UNKNOWN_PRODUCT);
    }
    long brandId = product.get().brandId();
    return keys.codeCipher(brandId, request.link().serial().keyId())
        .flatMap(cipher -> cipher.open(request.link().gtin(), request.link().serial()))
        .flatMap(content -> issued(product.get(), content, request.link()))
        .orElse(new Admission.Forged(Reason.BAD_CODE));
  }

  /**
   * The batch must have been made with the very key that made the serial number: whoever got hold
   * of one key must not make codes of batches of another.
   */
  private Optional<Admission> issued(ProductView product, CodeContent content, DigitalLink link) {
    return catalogue
        .batch(product.brandId(), content.batch())
        .filter(batch -> batch.product().id() == product.id())
        .filter(batch -> batch.keyId() == link.serial().keyId())
        .filter(batch -> batch.profile() != CodeProfile.FOREIGN)
        .filter(batch -> content.item() < batch.quantity())
        .map(batch -> known(product, batch, content, link));
  }

  private Admission known(
      ProductView product, BatchView batch, CodeContent content, DigitalLink link) {
    return origins
        .of(link, batch)
        .<Admission>map(
            origin ->
                new Admission.Known(brands.get(product.brandId()), batch, product, content, origin))
        .orElse(new Admission.Forged(Reason.ALTERED_LINK));
  }

  private CompletionStage<ScanAnswer> record(ScanRequest request, Admission.Known known) {
    return journal
        .record(entry(request, known))
        .thenApply(
            recorded ->
                new ScanAnswer(
                    request.scanId(),
                    recorded.verdict(),
                    Optional.of(
                        new ScanAnswer.Item(
                            known.brand(), known.batch(), recorded.history(), known.origin()))));
  }

  private JournalEntry entry(ScanRequest request, Admission.Known known) {
    long brandId = known.brand().id();
    Fingerprint device = keys.fingerprinter(brandId).of("device", request.deviceToken());
    Place place = place(request);
    LocalDate today = LocalDate.ofInstant(request.at(), known.brand().zone());
    return new JournalEntry(
        brandId,
        known.product().id(),
        known.product().listPriceFen(),
        known.content(),
        standing(known, today),
        Policy.STANDARD,
        new Circumstances(request.scanId(), request.at(), device.prefix(), look(request), place),
        device,
        new UserAgent(request.userAgent()),
        request.language().getLanguage(),
        request.address().map(ClientAddress::cut).orElse(""),
        request.position().isPresent());
  }

  /**
   * Tells apart devices without memory, such as private windows and other applications' servers, as
   * far as can be.
   */
  private static int look(ScanRequest request) {
    if (request.returning()) {
      return Circumstances.RETURNING;
    }
    String network = request.address().map(ClientAddress::cut).orElse("");
    int hash = (network + "\n" + request.userAgent()).hashCode();
    return hash == Circumstances.RETURNING ? 1 : hash;
  }

  /** Where the address is, refined by what the person allowed. */
  Place place(ScanRequest request) {
    Place byAddress = request.address().map(places::byAddress).orElse(Place.UNKNOWN);
    return request
        .position()
        .map(at -> places.byPosition(at.latitude(), at.longitude(), at.accuracyMetres()))
        .map(byPosition -> places.combine(byAddress, byPosition))
        .orElse(byAddress);
  }

  private Standing standing(Admission.Known known, LocalDate today) {
    ItemState item = catalogue.itemState(known.batch(), known.content().item());
    boolean whole = item.ofWholeBatch();
    return switch (item.state()) {
      case CREATED, ISSUED -> whole ? Standing.NOT_ACTIVE : Standing.ITEM_NOT_ACTIVE;
      case RECALLED -> whole ? Standing.RECALLED : Standing.ITEM_RECALLED;
      case VOID -> whole ? Standing.VOID : Standing.ITEM_VOID;
      case ACTIVE -> isPast(known.batch().expiresOn(), today) ? Standing.EXPIRED : Standing.ON_SALE;
    };
  }

  private static boolean isPast(@Nullable LocalDate lastDay, LocalDate today) {
    return lastDay != null && today.isAfter(lastDay);
  }

  private ScanAnswer counted(ScanAnswer answer) {
    meters.counter("zhenma.scans", "outcome", answer.verdict().outcome().slug()).increment();
    return answer;
  }

  /** What is known of a code before its item's history is asked. */
  sealed interface Admission {
    record Known(
        BrandView brand, BatchView batch, ProductView product, CodeContent content, Origin origin)
        implements Admission {}

    record Forged(Reason reason) implements Admission {}
  }
}
