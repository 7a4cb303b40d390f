package io.zhenma.scan;

import io.quarkus.runtime.Startup;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.PlaceFinder;
import io.zhenma.traffic.Asker;
import io.zhenma.traffic.Counted;
import io.zhenma.traffic.Guessing;
import io.zhenma.traffic.Limits;
import io.zhenma.traffic.Pace;
import io.zhenma.traffic.Target;
import io.zhenma.traffic.TrafficCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where scans of the outside come in: limits how many, and answers forged codes no faster than
 * others, and slower to those who try many.
 */
@Startup
@ApplicationScoped
class ScanGate {
  /** What a scan takes on an idle machine, until one was measured. */
  private static final Duration USUAL = Duration.ofMillis(5);

  private final Scans scans;
  private final PlaceFinder places;
  private final Limits limits;
  private final Guessing guessing;
  private final TrafficCounts counts;
  private final Pace pace;

  ScanGate(
      Scans scans, PlaceFinder places, Limits limits, Guessing guessing, TrafficCounts counts) {
    this.scans = scans;
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
    limits.admit(asker);
    return scans.scan(request).thenCompose(answer -> paced(request, asker, answer, since));
  }

  /**
   * Takes any other request about a code out of its sender's budgets.
   *
   * @throws io.zhenma.problem.ProblemException too many requests
   */
  void admit(ScanRequest request) {
    limits.admit(asker(request));
  }

  private CompletionStage<ScanAnswer> paced(
      ScanRequest request, Asker asker, ScanAnswer answer, long since) {
    if (answer.item().isEmpty()) {
      String reason = answer.verdict().reasons().get(0).name();
      counts.add(target(request.code()), Counted.FORGED, reason, asker);
      return pace.hold(answer, since, guessing.tried(asker));
    }
    pace.took(System.nanoTime() - since);
    if (request.visitor().isAutomated()) {
      counts.add(target(request.code()), Counted.SCAN, request.visitor().name(), asker);
    }
    return CompletableFuture.completedFuture(answer);
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
