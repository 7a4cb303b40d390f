package io.zhenma.scan;

import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates as kept: four decimals, some ten metres, are enough for every question asked of them.
 */
final class ExactPosition {
  private static final double STEPS_A_DEGREE = 1e4;

  private ExactPosition() {}

  /** The position a person gave, rounded, or null when the place came from elsewhere. */
  static @Nullable Position of(Place place) {
    if (place.source() != PlaceSource.POSITION || place.position().isEmpty()) {
      return null;
    }
    Position exact = place.position().get();
    return new Position(rounded(exact.latitude()), rounded(exact.longitude()));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
  }
}
