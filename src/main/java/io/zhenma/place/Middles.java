package io.zhenma.place;

import java.util.Optional;

/**
 * Where a region lies of which only the codes are known, as in stored scans: the seat of the city
 * or province, or a point inside the country.
 */
public final class Middles {
  private static final Countries COUNTRIES = new Countries();

  private Middles() {}

  /** Of the smallest region named; each code may be "". Empty when nothing is known of it. */
  public static Optional<Position> of(String country, String province, String city) {
    Regions regions = Regions.china();
    return regions
        .byCode(city)
        .or(() -> regions.byCode(province))
        .map(Region::centre)
        .or(() -> COUNTRIES.byCode(country).flatMap(Countries.Country::middle));
  }
}
