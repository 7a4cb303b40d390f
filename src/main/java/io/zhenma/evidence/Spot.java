package io.zhenma.evidence;

import io.zhenma.place.Middles;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a look was made, as far as an operator is told: a region, or a point rounded to hundredths
 * of a degree (some kilometre), which tells a town and no home. Two looks are at one spot when all
 * of this is the same.
 *
 * @param country ISO 3166-1 alpha-2, "" when unknown
 * @param province GB/T 2260, "" when unknown or abroad
 * @param city GB/T 2260, "" when unknown or abroad
 * @param position the rounded point or the middle of the region; empty when nothing is known
 * @param uncertaintyMetres how far from there the look may have been made
 */
record Spot(
    String country,
    String province,
    String city,
    PlaceSource source,
    Optional<Position> position,
    double uncertaintyMetres) {
  /** Hundredths of a degree: half of one is 0.6 km, its diagonal some 0.8. */
  private static final double STEPS_A_DEGREE = 100;

  private static final double ROUNDING_METRES = 800;

  /** Of a stored scan, whose coordinates are null unless the person gave them. */
  static Spot of(
      String country,
      String province,
      String city,
      PlaceSource source,
      @Nullable Position exact,
      double uncertaintyMetres) {
    return exact == null
        ? new Spot(
            country, province, city, source, Middles.of(country, province, city), uncertaintyMetres)
        : new Spot(
            country,
            province,
            city,
            source,
            Optional.of(rounded(exact)),
            Math.max(uncertaintyMetres, ROUNDING_METRES));
  }

  private static Position rounded(Position exact) {
    return new Position(rounded(exact.latitude()), rounded(exact.longitude()));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
  }

  /** As the rules of the verdict see it. */
  Place place() {
    return position.map(point -> Place.around(point, uncertaintyMetres)).orElse(Place.UNKNOWN);
  }
}
