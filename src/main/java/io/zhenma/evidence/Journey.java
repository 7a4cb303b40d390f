package io.zhenma.evidence;

import io.zhenma.verification.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From one look to the next at another spot.
 *
 * @param metres between the two points
 * @param leastMetres what is left of it when both uncertainties are taken off
 * @param metresPerSecond the least speed that an item in both places had, by {@code leastMetres}
 * @param impossible whether two devices were so far apart that no item can have been at both
 */
record Journey(
    Spot from,
    Instant departed,
    Spot to,
    Instant arrived,
    double metres,
    double leastMetres,
    double metresPerSecond,
    boolean impossible) {
  private static final double MILLIS = 1000;

  /**
   * The most telling journeys, oldest first.
   *
   * @param looks oldest first; those that don't count are passed over
   */
  static List<Journey> among(List<Look> looks, Policy policy, int most) {
    List<Journey> journeys = new ArrayList<>();
    Look before = null;
    for (Look look : looks) {
      if (!look.counts() || look.spot().position().isEmpty()) {
        continue;
      }
      if (before != null && !before.spot().position().equals(look.spot().position())) {
        journeys.add(between(before, look, policy));
      }
      before = look;
    }
    return journeys.stream()
        .sorted(
            Comparator.comparing(Journey::impossible)
                .thenComparing(Journey::metresPerSecond)
                .thenComparing(Journey::metres)
                .reversed())
        .limit(most)
        .sorted(Comparator.comparing(Journey::arrived))
        .toList();
  }

  private static Journey between(Look from, Look to, Policy policy) {
    double metres =
        from.spot().position().orElseThrow().distanceMetres(to.spot().position().orElseThrow());
    double least = from.spot().place().leastDistanceMetres(to.spot().place());
    double seconds = Math.max(1, Duration.between(from.at(), to.at()).toMillis()) / MILLIS;
    boolean impossible =
        !from.device().equals(to.device())
            && least >= policy.shortestJourneyMetres()
            && least > seconds * policy.fastestMetresPerSecond();
    return new Journey(
        from.spot(), from.at(), to.spot(), to.at(), metres, least, least / seconds, impossible);
  }
}
