package io.zhenma.scan;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.device.UserAgent;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.ItemState;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.place.PlaceSource;
import io.zhenma.policy.Policies;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.traffic.Limits;
import io.zhenma.traffic.Pass;
import io.zhenma.verification.CodeFacts;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
  private final Policies policies;
  private final PlaceFinder places;
  private final Journal journal;
  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
  private final Limits limits;

  Scans(
      Admissions admissions,
      Catalogue catalogue,
      BrandKeys keys,
      Policies policies,
      PlaceFinder places,
      Journal journal,
      Limits limits,
      MeterRegistry meters) {
    this.admissions = admissions;
    this.catalogue = catalogue;
    this.keys = keys;
    this.policies = policies;
    this.places = places;
    this.journal = journal;
    this.limits = limits;
    for (Outcome outcome : Outcome.values()) {
      counters.put(outcome, meters.counter("zhenma.scans", "outcome", outcome.slug()));
    }
  }

  /**
   * Decides and records a scan. The answer completes after it is durable; a forged code is answered
   * without touching the database.
   *
   * @throws io.zhenma.problem.ProblemException overloaded when too many scans wait, too many
   *     requests when the brand has had its share
   */
  public CompletionStage<ScanAnswer> scan(ScanRequest request) {
    return scan(request, Pass.FREE);
  }

  /**
   * The same for somebody whose budgets may be used up.
   *
   * @throws io.zhenma.problem.ProblemException as above
   */
  CompletionStage<ScanAnswer> scan(ScanRequest request, Pass pass) {
    OneScan scan = new OneScan(request, pass);
    journal.submit(request.code(), scan);
    return scan.answer;
  }

  /** A scan between its request and its answer. */
  private final class OneScan implements Journal.Pending {
    private final ScanRequest request;
    private final Pass pass;
    private final CompletableFuture<ScanAnswer> answer = new CompletableFuture<>();
    private Admission.@Nullable Known known;

    OneScan(ScanRequest request, Pass pass) {
      this.request = request;
      this.pass = pass;
    }

    @Override
    public Optional<JournalEntry> prepare() {
      Admission admission = admissions.admit(request.code());
      if (admission instanceof Admission.Forged forged) {
        complete(ScanAnswer.unknown(request.scanId(), forged.reason()));
        return Optional.empty();
      }
      known = (Admission.Known) admission;
      admitItem(known, pass);
      return Optional.of(entry(request, known));
    }

    @Override
    public void recorded(Recorded recorded) {
      Admission.Known item = Objects.requireNonNull(known);
      complete(
          new ScanAnswer(
              request.scanId(),
              recorded.verdict(),
              Optional.of(
                  new ScanAnswer.Item(
                      item.brand(), item.batch(), recorded.history(), item.origin()))));
    }

    @Override
    public void failed(Throwable why) {
      answer.completeExceptionally(why);
    }

    private void complete(ScanAnswer given) {
      Objects.requireNonNull(counters.get(given.verdict().outcome())).increment();
      answer.complete(given);
    }
  }

  /**
   * Takes one request beyond its sender's budgets out of those of the item that its code names.
   *
   * @throws io.zhenma.problem.ProblemException too many requests, also when it names none
   */
  void admitItem(ScannedCode code, Pass pass) {
    if (admissions.admit(code) instanceof Admission.Known known) {
      admitItem(known, pass);
    } else {
      pass.requireFree();
    }
  }

  private void admitItem(Admission.Known known, Pass pass) {
    long brandId = known.brand().id();
    long item = brandId << 58 ^ (long) known.content().batch() << 30 ^ known.content().item();
    limits.admitItem(pass, brandId, item);
  }

  private JournalEntry entry(ScanRequest request, Admission.Known known) {
    long brandId = known.brand().id();
    Fingerprint device = keys.fingerprinter(brandId).of("device", request.deviceToken());
    Place place = place(request);
    LocalDate today = LocalDate.ofInstant(request.at(), known.brand().zone());
    UserAgent agent = UserAgent.of(request.userAgent());
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
        policies.of(brandId),
        ScanCircumstances.of(request, agent, device, place),
        device,
        agent,
        request.language().getLanguage(),
        request.address().map(ClientAddress::cut).orElse(""),
        place.source() == PlaceSource.POSITION,
        request.visitor());
  }

  /** Where the address is, refined by what the person allowed. */
  Place place(ScanRequest request) {
    return ScanCircumstances.place(places, request.address(), request.position());
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
}
