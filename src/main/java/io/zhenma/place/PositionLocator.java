package io.zhenma.place;

import java.util.Optional;

/** Reverse geocoding: from a point to country, province and city by the shapes of both maps. */
final class PositionLocator {

  /** Codes as in {@link Place}, "" where unknown. */
  record Found(String country, String province, String city) {

    static final Found NOWHERE = new Found("", "", "");

    static Found ofCountry(String code) {
      return new Found(code, "", "");
    }

    static Found ofRegion(Region region) {
      return region.level() == Region.Level.CITY
          ? new Found("CN", region.parent(), region.code())
          : new Found("CN", region.code(), "");
    }
  }

  /** Some 5 km: quays, beaches and ferries lie just outside the simplified coast. */
  private static final double COAST_DEGREES = 0.05;

  /** Some 25 km: the countries are drawn that much coarser than China's cities. */
  private static final double COUNTRY_COAST_DEGREES = 0.25;

  private final ShapeIndex cities = new ShapeIndex(CityShapes.all());
  private final ShapeIndex countries =
      new ShapeIndex(ShapeFile.read("/place/countries.shapes", 100));

  Found locate(Position position) {
    return cities.around(position).map(this::region).orElseGet(() -> beyondCities(position));
  }

  /** Abroad before the nearest city: a town just over the border is not in China. */
  private Found beyondCities(Position position) {
    Optional<String> country = countries.around(position);
    if (country.isPresent() && !country.get().equals("CN")) {
      return Found.ofCountry(country.get());
    }
    return cities
        .nearest(position, COAST_DEGREES)
        .map(this::region)
        .or(() -> country.map(Found::ofCountry))
        .or(() -> countries.nearest(position, COUNTRY_COAST_DEGREES).map(Found::ofCountry))
        .orElse(Found.NOWHERE);
  }

  private Found region(String code) {
    return Regions.china().byCode(code).map(Found::ofRegion).orElse(Found.NOWHERE);
  }
}
