package io.zhenma.verification;

import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;

/** How a phone was connected, which says how much a network of its own means. */
public enum Connection {
  /** It did not say. */
  UNSAID,
  /** By wireless LAN: the line of a home, an office, a shop. */
  LAN,
  /** On mobile data: behind a gateway that thousands share and that changes by the hour. */
  MOBILE;

  /** What is known of it after the address data were asked too. */
  Connection at(Place place) {
    if (place.network() == NetworkClass.MOBILE || !place.network().tellsWhere()) {
      return MOBILE;
    }
    return this == UNSAID && place.network() == NetworkClass.FIXED ? LAN : this;
  }

  /**
   * What somebody on a network of their own counts among strangers. Members of a household are met
   * on mobile data as well, so that it says little.
   */
  double strangeness() {
    return switch (this) {
      case LAN -> 1;
      case UNSAID -> 0.7;
      case MOBILE -> 0.4;
    };
  }
}
