package io.zhenma.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.device.UserAgent;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.ItemState;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.traffic.Limits;
import io.zhenma.verification.CodeFacts;
import io.zhenma.verification.Policy;
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
  private final Admissions admissions;
  private final Catalogue catalogue;
  private final BrandKeys keys;
  private final PlaceFinder places;
  private final Journal journal;
  private final Limits limits;
  private final MeterRegistry meters;

  Scans(
      Admissions admissions,
      Catalogue catalogue,
      BrandKeys keys,
      PlaceFinder places,
      Journal journal,
      Limits limits,
      MeterRegistry meters) {
    this.admissions = admissions;
    this.catalogue = catalogue;
    this.keys = keys;
    this.places = places;
    this.journal = journal;
    this.limits = limits;
    this.meters = meters;
  }

  /**
   * Decides and records a scan. The answer completes after it is durable; a forged code is answered
   * without touching the database.
   *
   * @throws io.zhenma.problem.ProblemException overloaded when too many scans wait, too many
   *     requests when the brand has had its share
   */
  public CompletionStage<ScanAnswer> scan(ScanRequest request) {
    Admission admission = admissions.admit(request.code());
    CompletionStage<ScanAnswer> answer =
        admission instanceof Admission.Known known
            ? record(request, known)
            : CompletableFuture.completedFuture(
                ScanAnswer.unknown(request.scanId(), ((Admission.Forged) admission).reason()));
    return answer.thenApply(this::counted);
  }

  private CompletionStage<ScanAnswer> record(ScanRequest request, Admission.Known known) {
    limits.admitBrand(known.brand().id());
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
    UserAgent agent = new UserAgent(request.userAgent());
    return new JournalEntry(
        brandId,
        known.product().id(),
        known.product().listPriceFen(),
        known.content(),
        new CodeFacts(
            known.content().kind(),
            standing(known, today),
            keys.isRevoked(brandId, known.batch().keyId()),
            known.batch().soldIn()),
        Policy.STANDARD,
        ScanCircumstances.of(request, agent.text(), device.prefix(), place),
        device,
        agent,
        request.language().getLanguage(),
        request.address().map(ClientAddress::cut).orElse(""),
        request.position().isPresent(),
        request.visitor());
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
}
