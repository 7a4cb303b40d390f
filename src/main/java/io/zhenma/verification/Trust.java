package io.zhenma.verification;

import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;

/** How far a place can be believed, from not at all to a point on the map. */
enum Trust {
  /** A relay, rented machines, an address abroad (most are VPNs of people at home), or nothing. */
  NONE,
  /** A mobile carrier's gateway, which may stand in another province than the phone. */
  WEAK,
  /** A line in China. */
  FAIR,
  /** Coordinates that the person allowed. */
  EXACT;

  static Trust in(Place place, Connection connection) {
    if (place.source() == PlaceSource.POSITION) {
      return EXACT;
    }
    NetworkClass network = place.network();
    if (place.source() != PlaceSource.IP
        || !place.country().equals("CN")
        || !network.tellsWhere()) {
      return NONE;
    }
    return connection.at(place) == Connection.MOBILE ? WEAK : FAIR;
  }

  boolean isAtLeast(Trust least) {
    return compareTo(least) >= 0;
  }

  Trust or(Trust other) {
    return isAtLeast(other) ? this : other;
  }

  Trust and(Trust other) {
    return isAtLeast(other) ? other : this;
  }

  /** What another province counts in the number of provinces. */
  double weight() {
    return switch (this) {
      case NONE -> 0;
      case WEAK -> 0.4;
      case FAIR, EXACT -> 1;
    };
  }
}
