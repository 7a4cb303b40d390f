package io.zhenma.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many people, households and regions some sightings come to. What clients send is a claim, and
 * whoever has one line can send as many as they like: so claims from one network count little.
 */
final class Crowd {
  /** More devices of a network than this count no more: they may all be one person's. */
  private static final int MOST_OF_A_NETWORK = 5;

  private static final Comparator<Sighting> BEST_PLACED =
      Comparator.comparing((Sighting sighting) -> sighting.spot().trust())
          .thenComparingLong(Sighting::seconds)
          .thenComparingInt(sighting -> sighting.spot().province());

  private final List<Sighting> phones = new ArrayList<>();
  private final Map<Integer, List<Sighting>> networks = new HashMap<>();
  private final List<Sighting> seen;

  Crowd(List<Sighting> seen) {
    this.seen = seen;
    for (Sighting sighting : seen) {
      if (phones.stream().noneMatch(sighting::mayBe)) {
        phones.add(sighting);
        networks.computeIfAbsent(sighting.network(), first -> new ArrayList<>(2)).add(sighting);
      }
    }
  }

  /**
   * People who looked, as far as devices tell: those that may be one of the others in another guise
   * are left out, those of one network within a session are one, and no network is more than
   * {@value #MOST_OF_A_NETWORK}.
   */
  int people(long sessionSeconds) {
    return networks.values().stream()
        .mapToInt(some -> Math.min(MOST_OF_A_NETWORK, sessions(some, sessionSeconds)))
        .sum();
  }

  private static int sessions(List<Sighting> phones, long sessionSeconds) {
    long[] times = phones.stream().mapToLong(Sighting::seconds).sorted().toArray();
    int sessions = 1;
    long begun = times[0];
    for (long time : times) {
      if (time - begun > sessionSeconds) {
        sessions++;
        begun = time;
      }
    }
    return sessions;
  }

  /**
   * Groups of people that nothing connects: each network is one, whoever is behind it, and counts
   * as much as it tells.
   */
  double strangers() {
    double strangers = 0;
    for (List<Sighting> some : networks.values()) {
      double weight = 0;
      for (Sighting phone : some) {
        weight = Math.max(weight, weight(phone));
      }
      strangers += weight;
    }
    return strangers;
  }

  private static double weight(Sighting phone) {
    Connection known = phone.network() == 0 ? Connection.MOBILE : phone.spot().connection();
    return known.strangeness();
  }

  /** Provinces, one a network; one that only carriers' gateways name counts less. */
  double provinces() {
    Map<Integer, Double> weights = new HashMap<>();
    places()
        .filter(spot -> spot.province() > 0)
        .forEach(spot -> weights.merge(spot.province(), spot.trust().weight(), Math::max));
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Where each network is: a line is at one place, whatever those behind it say. */
  private Stream<Spot> places() {
    return networks.values().stream()
        .map(some -> some.stream().max(BEST_PLACED).orElseThrow().spot());
  }

  /** Those within some seconds of a look. */
  Crowd within(long seconds, Sighting look) {
    return new Crowd(seen.stream().filter(one -> one.secondsFrom(look) <= seconds).toList());
  }

  /** Those that looked before the item was on sale. */
  Crowd early() {
    return new Crowd(seen.stream().filter(Sighting::early).toList());
  }

  /** Provinces outside the sold territory. */
  long provincesOutside(CodeFacts code) {
    return places().filter(code::isOutside).mapToInt(Spot::province).distinct().count();
  }
}
