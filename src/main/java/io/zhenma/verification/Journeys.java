package io.zhenma.verification;

import io.zhenma.verification.Sightings.Look;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Journeys from other devices to this look that nobody can have made with the item in hand. */
final class Journeys {
  private static final int CERTAIN = 70;

  private final Look look;
  private final Policy policy;
  private final List<Journey> impossible;

  Journeys(Look look, Policy policy) {
    this.look = look;
    this.policy = policy;
    this.impossible =
        look.others().stream()
            .filter(other -> !other.mayBe(look.self()))
            .map(this::from)
            .filter(this::isImpossible)
            .toList();
  }

  /**
   * @param trust in the less certain of the two places
   */
  record Journey(int province, Trust trust, double metres, long seconds) {}

  private Journey from(Sighting other) {
    Spot here = look.self().spot();
    return new Journey(
        other.spot().province(),
        here.trust().and(other.spot().trust()),
        here.leastMetres(other.spot()),
        look.self().secondsFrom(other));
  }

  private boolean isImpossible(Journey journey) {
    return journey.trust() != Trust.NONE
        && journey.metres() >= policy.shortestJourneyMetres()
        && journey.metres() > journey.seconds() * policy.fastestMetresPerSecond();
  }

  /** The best proved one, and of those the longest. */
  Optional<Journey> worst() {
    return longest(impossible.stream());
  }

  /** The best proved one between two looks of the same time. */
  Optional<Journey> atOnce() {
    return longest(
        impossible.stream().filter(journey -> journey.seconds() <= policy.sessionSeconds()));
  }

  private static Optional<Journey> longest(Stream<Journey> some) {
    return some.max(
        Comparator.comparing(Journey::trust)
            .thenComparingDouble(Journey::metres)
            .thenComparing(Journey::seconds, Comparator.reverseOrder()));
  }

  /**
   * Points for them. Places of addresses are no proof: somebody behind a VPN that nobody knows is
   * far from everybody else in the house. So two regions are a hint, and only further ones add up.
   */
  int points(Trust trust) {
    int first = policy.value(Threshold.TRAVEL_POINTS);
    return switch (trust) {
      case NONE -> 0;
      case WEAK -> first / 3;
      case FAIR -> first + (int) Math.max(0, regions() - 2) * first / 2;
      case EXACT -> Math.max(CERTAIN, first);
    };
  }

  /** Provinces that such journeys lead from or to, now or before. */
  private long regions() {
    IntStream before =
        look.others().stream()
            .filter(other -> other.travelled().isAtLeast(Trust.FAIR))
            .mapToInt(other -> other.spot().province());
    IntStream now =
        impossible.stream()
            .filter(journey -> journey.trust().isAtLeast(Trust.FAIR))
            .mapToInt(Journey::province);
    return IntStream.concat(
            IntStream.of(look.self().spot().province()), IntStream.concat(before, now))
        .distinct()
        .count();
  }
}
