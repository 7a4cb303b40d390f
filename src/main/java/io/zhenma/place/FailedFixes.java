package io.zhenma.place;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells positions that were not measured: null island, whole degrees, the middle of a country, what
 * emulators, developer tools and maps give in place of a position, and accuracies that no receiver
 * has.
 */
final class FailedFixes {
  /** A position known worse than this tells less than the address does. */
  private static final double LEAST_USEFUL_METRES = 100_000;

  /** Some 10 km around 0° 0°, where there is nothing but water. */
  private static final double NULL_ISLAND_DEGREES = 0.1;

  private static final double STEPS_A_DEGREE = 1e4;

  private final Set<Position> presets = new HashSet<>();

  FailedFixes(Countries countries) {
    countries.all().map(Countries.Country::middle).flatMap(Optional::stream).forEach(this::add);
    for (String[] row : DataFile.rows("/place/presets.csv")) {
      add(new Position(Double.parseDouble(row[0]), Double.parseDouble(row[1])));
    }
  }

  private void add(Position preset) {
    presets.add(rounded(preset));
  }

  boolean contains(double latitude, double longitude, double accuracyMetres) {
    boolean measured =
        accuracyMetres > 0
            && accuracyMetres <= LEAST_USEFUL_METRES
            && Math.abs(latitude) < 90
            && Math.abs(longitude) < 180;
    return !measured
        || isWhole(latitude) && isWhole(longitude)
        || Math.max(Math.abs(latitude), Math.abs(longitude)) < NULL_ISLAND_DEGREES
        || presets.contains(rounded(new Position(latitude, longitude)));
  }

  private static boolean isWhole(double degrees) {
    return degrees == Math.rint(degrees);
  }

  /** Four decimals, some ten metres; adding 0 makes a negative zero a positive one. */
  private static Position rounded(Position position) {
    return new Position(
        Math.round(position.latitude() * STEPS_A_DEGREE) / STEPS_A_DEGREE + 0.0,
        Math.round(position.longitude() * STEPS_A_DEGREE) / STEPS_A_DEGREE + 0.0);
  }
}
