package io.zhenma.verification;

import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;

/** How far a place can be believed, from not at all to a point on the map. */
enum Trust {
  /**
   * A relay, rented machines, an address abroad (most are VPNs of people at home), one that the
   * phone's position contradicts, or nothing.
   */
  NONE,
  /** A mobile carrier's gateway, which may stand in another province than the phone. */
  WEAK,
  /** A line in China, or coordinates on mobile data, which no address confirms. */
  FAIR,
  /** Coordinates that the person allowed, on a line that is there. */
  EXACT;

  static Trust in(Place place, Connection connection) {
    NetworkClass network = place.network();
    if (place.source() == PlaceSource.POSITION) {
      return claimed(network, connection.at(place));
    }
    if (place.source() != PlaceSource.IP
        || !place.country().equals("CN")
        || !network.tellsWhere()
        || place.isInDoubt()) {
      return NONE;
    }
    return connection.at(place) == Connection.MOBILE ? WEAK : FAIR;
  }

  /** Who is behind a relay, a rented machine or an address nobody knows may claim any place. */
  private static Trust claimed(NetworkClass network, Connection connection) {
    if (!network.tellsWhere() || network == NetworkClass.UNKNOWN) {
      return NONE;
    }
    return connection == Connection.MOBILE ? FAIR : EXACT;
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
