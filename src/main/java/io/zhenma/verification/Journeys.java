package io.zhenma.verification;

import io.zhenma.verification.Sightings.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Journeys from other devices to this look that nobody can have made with the item in hand. Places
 * are claims: one network is at one place, and what hangs on the word of one network alone is a
 * hint, however exact the place.
 */
final class Journeys {
  private static final int CERTAIN = 70;

  private final Look look;
  private final Policy policy;
  private final List<Journey> impossible;
  private final boolean corroborated;

  Journeys(Look look, Policy policy) {
    this.look = look;
    this.policy = policy;
    this.impossible =
        look.others().stream()
            .filter(other -> isSomebodyElse(look.self(), other))
            .map(other -> between(look.self(), other))
            .filter(this::isImpossible)
            .toList();
    this.corroborated =
        impossible.stream().anyMatch(Journeys::isFair) && isToldByMoreThanOne(look.everybody());
  }

  private static boolean isSomebodyElse(Sighting one, Sighting other) {
    return one.network() != other.network() && !one.mayBe(other);
  }

  private static boolean isFair(Journey journey) {
    return journey.trust().isAtLeast(Trust.FAIR);
  }

  /**
   * Whether there is such a journey whichever network is left out: then no one client, by whatever
   * it claims, can have made it up.
   */
  private boolean isToldByMoreThanOne(List<Sighting> all) {
    List<Set<Integer>> ends = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (isFairJourney(all.get(i), all.get(j))) {
          ends.add(Set.of(all.get(i).network(), all.get(j).network()));
        }
      }
    }
    Set<Integer> tellEach = new HashSet<>(ends.get(0));
    ends.forEach(tellEach::retainAll);
    return tellEach.isEmpty();
  }

  private boolean isFairJourney(Sighting one, Sighting other) {
    if (!isSomebodyElse(one, other)) {
      return false;
    }
    Journey journey = between(one, other);
    return isFair(journey) && isImpossible(journey);
  }

  /**
   * @param trust in the less certain of the two places
   */
  record Journey(int province, Trust trust, double metres, long seconds) {}

  private static Journey between(Sighting one, Sighting other) {
    Spot here = one.spot();
    Trust trust = here.trust().and(other.spot().trust());
    return new Journey(
        other.spot().province(),
        trust,
        trust == Trust.NONE ? 0 : here.leastMetres(other.spot()),
        one.secondsFrom(other));
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

  /** The best proved one between two looks of the same time, where more than one tell of it. */
  Optional<Journey> atOnce() {
    return !corroborated
        ? Optional.empty()
        : longest(
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
   * A hint by one network alone is at most half of what makes an item suspect.
   */
  int points(Trust trust) {
    int first = policy.value(Threshold.TRAVEL_POINTS);
    if (trust.isAtLeast(Trust.FAIR) && !corroborated) {
      return Math.min(first, policy.suspectFrom() / 2);
    }
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
