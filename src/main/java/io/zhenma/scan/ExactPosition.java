package io.zhenma.scan;

import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import org.jspecify.annotations.Nullable;

/** Coordinates as kept: only those that a person gave, already rounded when they came in. */
final class ExactPosition {
  private ExactPosition() {}

  /** The position a person gave, or null when the place came from elsewhere. */
  static @Nullable Position of(Place place) {
    return place.source() == PlaceSource.POSITION ? place.position().orElse(null) : null;
  }
}
