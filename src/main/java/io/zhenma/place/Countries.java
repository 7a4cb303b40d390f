package io.zhenma.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The countries by the Chinese names that address data use, from {@code place/countries.csv}. */
final class Countries {

  /** A country's ISO 3166-1 alpha-2 code and a point well inside it where the data give one. */
  record Country(String code, Optional<Position> middle) {}

  private final Map<String, Country> byName = new HashMap<>();
  private final Map<String, Country> byCode = new HashMap<>();

  Countries() {
    for (String[] row : DataFile.rows("/place/countries.csv")) {
      Country country = new Country(row[0], middle(row[2], row[3]));
      byCode.put(country.code(), country);
      for (String name : row[1].split("/", -1)) {
        byName.put(name, country);
      }
    }
  }

  private static Optional<Position> middle(String latitude, String longitude) {
    if (latitude.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Position(Double.parseDouble(latitude), Double.parseDouble(longitude)));
  }

  /** Empty for continents, "global" and other names that are no country's. */
  Optional<Country> named(String chineseName) {
    return Optional.ofNullable(byName.get(chineseName));
  }

  Optional<Country> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Stream<Country> all() {
    return byCode.values().stream();
  }
}
