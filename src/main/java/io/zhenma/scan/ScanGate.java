package io.zhenma.scan;

import io.quarkus.runtime.Startup;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.PlaceFinder;
import io.zhenma.traffic.Asker;
import io.zhenma.traffic.Counted;
import io.zhenma.traffic.Guessing;
import io.zhenma.traffic.Limits;
import io.zhenma.traffic.Pace;
import io.zhenma.traffic.Pass;
import io.zhenma.traffic.Target;
import io.zhenma.traffic.TrafficCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where scans of the outside come in: limits how many, and answers forged codes no faster than
 * others, slower to those who try many, and then not at all. What is refused beyond a sender's
 * budgets is decided after the code was deciphered, which costs no database.
 */
@Startup
@ApplicationScoped
class ScanGate {
  /** What a scan takes on an idle machine, until one was measured. */
  private static final Duration USUAL = Duration.ofMillis(5);

  private final Scans scans;
  private final Admissions admissions;
  private final PlaceFinder places;
  private final Limits limits;
  private final Guessing guessing;
  private final TrafficCounts counts;
  private final Pace pace;

  ScanGate(
      Scans scans,
      Admissions admissions,
      PlaceFinder places,
      Limits limits,
      Guessing guessing,
      TrafficCounts counts) {
    this.scans = scans;
    this.admissions = admissions;
    this.places = places;
    this.limits = limits;
    this.guessing = guessing;
    this.counts = counts;
    this.pace = guessing.pace(USUAL);
  }

  /**
   * {@link Scans#scan} within limits.
   *
   * @throws io.zhenma.problem.ProblemException too many requests, or overloaded
   */
  CompletionStage<ScanAnswer> scan(ScanRequest request) {
    long since = System.nanoTime();
    Asker asker = asker(request);
    Pass pass = limits.admit(asker);
    return scans
        .scan(request, pass)
        .thenCompose(answer -> paced(request, asker, pass, answer, since));
  }

  /**
   * Takes any other request about a code out of its sender's budgets.
   *
   * @throws io.zhenma.problem.ProblemException too many requests
   */
  void admit(ScanRequest request) {
    Pass pass = limits.admit(asker(request));
    if (!pass.isFree()) {
      scans.admitItem(request.code(), pass);
    }
  }

  private CompletionStage<ScanAnswer> paced(
      ScanRequest request, Asker asker, Pass pass, ScanAnswer answer, long since) {
    if (answer.item().isEmpty()) {
      count(request.code(), answer, asker);
      long longer = guessing.tried(asker);
      pass.requireFree();
      return pace.hold(answer, since, longer);
    }
    pace.took(System.nanoTime() - since);
    if (request.visitor().isAutomated()) {
      Target brand = new Target.OfBrand(answer.item().get().brand().slug());
      counts.add(brand, Counted.SCAN, request.visitor().name(), asker);
    }
    return CompletableFuture.completedFuture(answer);
  }

  /** Codes that name nobody here are not counted: they would leave no room for those that do. */
  private void count(ScannedCode code, ScanAnswer answer, Asker asker) {
    if (admissions.brandOf(code).isPresent()) {
      String reason = answer.verdict().reasons().get(0).name();
      counts.add(target(code), Counted.FORGED, reason, asker);
    }
  }

  private Asker asker(ScanRequest request) {
    return Asker.of(
        request.returning() ? Optional.of(request.deviceToken()) : Optional.empty(),
        request.address(),
        request.address().map(places::listed).orElse(NetworkClass.UNKNOWN));
  }

  static Target target(ScannedCode code) {
    return code instanceof ScannedCode.Foreign old
        ? new Target.OfBrand(old.link().brand())
        : new Target.OfProduct(((ScannedCode.Issued) code).link().gtin());
  }
}
