package io.zhenma.verification;

import io.zhenma.verification.Sightings.Look;
import java.util.ArrayList;
import java.util.List;

/** What one look adds to the evidence: a finding a reason, each from what was measured. */
final class Scrutiny {
  private static final int A_DEVICE_MORE = 8;
  private static final int AT_ONCE = 15;
  private static final int CERTAIN_AT_ONCE = 30;
  private static final int NEW_AFTER_EXPIRY = 6;
  private static final int EARLY_CROWD = 3;
  private static final int MOST_PROVINCES_OUTSIDE = 3;
  private static final double METRES_A_KM = 1_000;

  private final CodeFacts code;
  private final Look look;
  private final Policy policy;
  private final Crowd crowd;
  private final Journeys journeys;
  private final List<Finding> findings = new ArrayList<>();

  Scrutiny(CodeFacts code, Look look, Policy policy) {
    this.code = code;
    this.look = look;
    this.policy = policy;
    this.crowd = new Crowd(look.everybody());
    this.journeys = new Journeys(look, policy);
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
    return journeys
        .worst()
        .map(found -> look.with(look.self().withTravelled(found.trust())))
        .orElse(look);
  }

  private void people() {
    int people = crowd.people(policy.sessionSeconds());
    if (people > policy.value(Threshold.MOST_DEVICES)) {
      int more = A_DEVICE_MORE * (people - policy.value(Threshold.MOST_DEVICES) - 1);
      add(Reason.MANY_DEVICES, Policy.PASSED + more, people, policy.value(Threshold.MOST_DEVICES));
    }
    double strangers = crowd.strangers();
    add(
        Reason.MANY_STRANGERS,
        Policy.ramp(strangers, policy.value(Threshold.MOST_STRANGERS)),
        strangers,
        policy.value(Threshold.MOST_STRANGERS));
    double rush = crowd.within(policy.rushSeconds(), look.self()).strangers();
    add(
        Reason.RUSH,
        Math.min(Policy.PASSED, Policy.ramp(rush, policy.value(Threshold.MOST_IN_RUSH))) / 2,
        rush,
        policy.value(Threshold.MOST_IN_RUSH));
  }

  private void places() {
    double provinces = crowd.provinces();
    add(
        Reason.MANY_PLACES,
        Policy.ramp(provinces, policy.value(Threshold.MOST_PLACES)),
        provinces,
        policy.value(Threshold.MOST_PLACES));
    long outside = Math.min(MOST_PROVINCES_OUTSIDE, crowd.provincesOutside(code));
    add(
        Reason.OUTSIDE_TERRITORY,
        (int) outside * policy.value(Threshold.TERRITORY_POINTS),
        outside,
        0);
  }

  private void travel() {
    journeys
        .worst()
        .ifPresent(
            found ->
                add(
                    Reason.IMPOSSIBLE_TRAVEL,
                    journeys.points(found.trust()),
                    found.metres() / METRES_A_KM,
                    Math.max(
                            found.seconds() * policy.fastestMetresPerSecond(),
                            policy.shortestJourneyMetres())
                        / METRES_A_KM));
    journeys
        .atOnce()
        .filter(found -> found.trust().isAtLeast(Trust.FAIR))
        .ifPresent(
            found ->
                add(
                    Reason.PLACES_AT_ONCE,
                    found.trust() == Trust.EXACT ? CERTAIN_AT_ONCE : AT_ONCE,
                    found.metres() / METRES_A_KM,
                    policy.shortestJourneyMetres() / METRES_A_KM));
  }

  private void sale() {
    double early = crowd.early().strangers();
    if (early > 0) {
      int points = policy.value(Threshold.EARLY_POINTS);
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
}
