package io.zhenma.verification;

import io.zhenma.verification.Sightings.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one look adds to the evidence: a finding a reason, each from what was measured. */
final class Scrutiny {
  private static final int A_DEVICE_MORE = 8;
  private static final int CERTAIN_TRAVEL = 70;
  private static final int AT_ONCE = 15;
  private static final int CERTAIN_AT_ONCE = 30;
  private static final int NEW_AFTER_EXPIRY = 10;
  private static final int EARLY_CROWD = 3;
  private static final int MOST_PROVINCES_OUTSIDE = 3;
  private static final double METRES_A_KM = 1_000;

  private final CodeFacts code;
  private final Look look;
  private final Policy policy;
  private final Crowd crowd;
  private final Optional<Conflict> conflict;
  private final List<Finding> findings = new ArrayList<>();

  Scrutiny(CodeFacts code, Look look, Policy policy) {
    this.code = code;
    this.look = look;
    this.policy = policy;
    this.crowd = new Crowd(look.everybody());
    this.conflict = conflict();
    people();
    places();
    travel();
    sale();
  }

  List<Finding> findings() {
    return findings;
  }

  /** The look as it is to be kept: whether it was too far from another is remembered. */
  Look kept() {
    return conflict.map(found -> look.with(look.self().withTravelled(found.trust()))).orElse(look);
  }

  private void people() {
    int phones = crowd.phones();
    if (phones > policy.mostDevices()) {
      int more = A_DEVICE_MORE * (phones - policy.mostDevices() - 1);
      add(Reason.MANY_DEVICES, Policy.PASSED + more, phones, policy.mostDevices());
    }
    double strangers = crowd.strangers();
    add(
        Reason.MANY_STRANGERS,
        Policy.ramp(strangers, policy.mostStrangers()),
        strangers,
        policy.mostStrangers());
    double rush = crowd.within(policy.rush().toSeconds(), look.self()).strangers();
    add(
        Reason.RUSH,
        Math.min(Policy.PASSED, Policy.ramp(rush, policy.mostInRush())) / 2,
        rush,
        policy.mostInRush());
  }

  private void places() {
    double provinces = crowd.provinces();
    add(
        Reason.MANY_PLACES,
        Policy.ramp(provinces, policy.mostPlaces()),
        provinces,
        policy.mostPlaces());
    long outside = Math.min(MOST_PROVINCES_OUTSIDE, crowd.provincesOutside(code));
    add(Reason.OUTSIDE_TERRITORY, (int) outside * policy.territoryPoints(), outside, 0);
  }

  private void travel() {
    if (conflict.isEmpty()) {
      return;
    }
    Conflict found = conflict.get();
    double reach = found.seconds() * policy.fastestMetresPerSecond();
    add(
        Reason.IMPOSSIBLE_TRAVEL,
        travelPoints(found.trust()),
        found.metres() / METRES_A_KM,
        Math.max(reach, policy.shortestJourneyMetres()) / METRES_A_KM);
    if (found.seconds() <= policy.sessionGap().toSeconds() && found.trust().isAtLeast(Trust.FAIR)) {
      add(
          Reason.PLACES_AT_ONCE,
          found.trust() == Trust.EXACT ? CERTAIN_AT_ONCE : AT_ONCE,
          found.metres() / METRES_A_KM,
          policy.shortestJourneyMetres() / METRES_A_KM);
    }
  }

  /**
   * Places of addresses are no proof: somebody behind an unknown VPN is in two of them with nobody
   * having copied anything. So the first such journey is a hint, and regions add up.
   */
  private int travelPoints(Trust trust) {
    int first = policy.travelPoints();
    return switch (trust) {
      case NONE -> 0;
      case WEAK -> first / 3;
      case FAIR -> first + (int) (regionsTravelled() - 1) * first / 2;
      case EXACT -> Math.max(CERTAIN_TRAVEL, first);
    };
  }

  private long regionsTravelled() {
    List<Sighting> travelled = new ArrayList<>();
    travelled.add(look.self());
    look.others().stream()
        .filter(other -> other.travelled().isAtLeast(Trust.FAIR))
        .forEach(travelled::add);
    return travelled.stream().mapToInt(one -> one.spot().province()).distinct().count();
  }

  private void sale() {
    double early = crowd.early().strangers();
    if (early > 0) {
      int points = policy.earlyPoints();
      add(Reason.CHECKED_EARLY, early >= EARLY_CROWD ? 2 * points : points, early, 0);
    }
    if (code.standing() == Standing.EXPIRED && !look.known() && !look.others().isEmpty()) {
      add(Reason.PAST_EXPIRY, NEW_AFTER_EXPIRY, 0, 0);
    }
  }

  private void add(Reason reason, int points, double measured, double limit) {
    if (points > 0) {
      findings.add(new Finding(reason, Math.min(Evidence.MOST_POINTS, points), measured, limit));
    }
  }

  /** The best-proved journey from another device to this one that nobody can make. */
  private Optional<Conflict> conflict() {
    return look.others().stream()
        .filter(other -> !other.mayBe(look.self()))
        .flatMap(other -> journey(other).stream())
        .max(Comparator.comparing(Conflict::trust).thenComparingDouble(Conflict::metres));
  }

  private Optional<Conflict> journey(Sighting other) {
    Spot here = look.self().spot();
    Trust trust = here.trust().and(other.spot().trust());
    double metres = here.leastMetres(other.spot());
    long seconds = look.self().secondsFrom(other);
    boolean impossible =
        trust != Trust.NONE
            && metres >= policy.shortestJourneyMetres()
            && metres > seconds * policy.fastestMetresPerSecond();
    return impossible ? Optional.of(new Conflict(trust, metres, seconds)) : Optional.empty();
  }

  /**
   * @param trust in the less certain of the two places
   */
  private record Conflict(Trust trust, double metres, long seconds) {}
}
