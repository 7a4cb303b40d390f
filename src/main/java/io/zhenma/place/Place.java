package io.zhenma.place;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Where a scan was made, as well as it is known.
 *
 * @param country ISO 3166-1 alpha-2; CN for every region of GB/T 2260, Hong Kong, Macao and Taiwan
 *     included; "" when unknown
 * @param province GB/T 2260 code of the province, "" when unknown or abroad
 * @param city GB/T 2260 code of the city, "" when unknown, abroad or where the province has none
 * @param carrier the network that carried the request
 * @param network what kind of network that is
 * @param source what all this was derived from
 * @param position the point itself, or the middle of the smallest known region
 * @param uncertaintyMetres how far from {@code position} the scan may really have been made
 */
public record Place(
    String country,
    String province,
    String city,
    Carrier carrier,
    NetworkClass network,
    PlaceSource source,
    Optional<Position> position,
    double uncertaintyMetres) {

  private static final Pattern COUNTRY = Pattern.compile("|[A-Z]{2}");
  private static final Pattern PROVINCE = Pattern.compile("|[1-9][0-9]0000");
  private static final Pattern CITY = Pattern.compile("|[1-9][0-9]{5}");

  /** Half the Earth's circumference: the scan may have been made anywhere. */
  static final double ANYWHERE_METRES = 20_037_508;

  /** Nothing is known. */
  public static final Place UNKNOWN =
      new Place(
          "",
          "",
          "",
          Carrier.UNKNOWN,
          NetworkClass.UNKNOWN,
          PlaceSource.NONE,
          Optional.empty(),
          ANYWHERE_METRES);

  public Place {
    require(COUNTRY.matcher(country).matches(), "country is not ISO 3166-1 alpha-2");
    require(PROVINCE.matcher(province).matches(), "province is not a GB/T 2260 province");
    require(CITY.matcher(city).matches(), "city is not a GB/T 2260 code");
    require(
        city.isEmpty() || (!province.isEmpty() && city.startsWith(province.substring(0, 2))),
        "city lies outside its province");
    require(
        uncertaintyMetres >= 0 && uncertaintyMetres <= ANYWHERE_METRES,
        "uncertainty is not a distance on Earth");
  }

  private static void require(boolean valid, String otherwise) {
    if (!valid) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** A point of which nothing else is told, such as one kept from an earlier scan. */
  public static Place around(Position position, double uncertaintyMetres) {
    return new Place(
        "",
        "",
        "",
        Carrier.UNKNOWN,
        NetworkClass.UNKNOWN,
        PlaceSource.NONE,
        Optional.of(position),
        uncertaintyMetres);
  }

  /** The same place for statistics, but of a scan that may have been made anywhere. */
  Place inDoubt() {
    return new Place(country, province, city, carrier, network, source, position, ANYWHERE_METRES);
  }

  /** Whether the scan may have been made anywhere, whatever region is named. */
  public boolean isInDoubt() {
    return uncertaintyMetres >= ANYWHERE_METRES;
  }

  /** Metres between the two positions; empty when either is unknown. */
  OptionalDouble distanceMetres(Place other) {
    if (position.isEmpty() || other.position.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(position.get().distanceMetres(other.position.get()));
  }

  /**
   * The least distance in metres that can lie between the two scans: the distance less both
   * uncertainties, never below 0, and 0 when a position is unknown. A journey judged by it is
   * impossible only if it is so wherever both people stood.
   */
  public double leastDistanceMetres(Place other) {
    return Math.max(
        0, distanceMetres(other).orElse(0) - uncertaintyMetres - other.uncertaintyMetres);
  }
}
