package io.zhenma.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many people, households and regions some sightings come to. */
final class Crowd {
  private final List<Sighting> phones = new ArrayList<>();
  private final List<Sighting> seen;

  Crowd(List<Sighting> seen) {
    this.seen = seen;
    for (Sighting sighting : seen) {
      if (phones.stream().noneMatch(sighting::mayBe)) {
        phones.add(sighting);
      }
    }
  }

  /** Devices, without those that may be one of the others in another guise. */
  int phones() {
    return phones.size();
  }

  /**
   * Groups of people that nothing connects: each network is one, whoever is behind it, and counts
   * as much as it tells.
   */
  double strangers() {
    Map<Integer, Double> networks = new HashMap<>();
    for (Sighting phone : phones) {
      networks.merge(phone.network(), weight(phone), Math::max);
    }
    return networks.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double weight(Sighting phone) {
    Connection known = phone.network() == 0 ? Connection.MOBILE : phone.spot().connection();
    return known.strangeness();
  }

  /** Provinces; one that only carriers' gateways name counts less. */
  double provinces() {
    Map<Integer, Double> weights = new HashMap<>();
    for (Sighting phone : phones) {
      if (phone.spot().province() > 0) {
        weights.merge(phone.spot().province(), phone.spot().trust().weight(), Math::max);
      }
    }
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
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
    return phones.stream()
        .map(Sighting::spot)
        .filter(code::isOutside)
        .mapToInt(Spot::province)
        .distinct()
        .count();
  }
}
