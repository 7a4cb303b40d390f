package io.zhenma.place;

/**
 * A point on the Earth in degrees (WGS 84; data of Chinese origin may be shifted by up to 700 m).
 *
 * @param latitude −90 to 90, north positive
 * @param longitude −180 to 180, east positive
 */
public record Position(double latitude, double longitude) {

  /** Mean radius of the Earth (IUGG), in metres. */
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public Position {
    requireWithin(latitude, 90, "latitude");
    requireWithin(longitude, 180, "longitude");
  }

  private static void requireWithin(double degrees, double limit, String name) {
    if (!(Math.abs(degrees) <= limit)) {
      throw new IllegalArgumentException(name + " is not within ±" + limit + " degrees");
    }
  }

  /**
   * Great-circle distance in metres by the haversine formula (R. W. Sinnott, "Virtues of the
   * Haversine", Sky and Telescope 68(2), 1984), exact to about 0.5 %.
   */
  public double distanceMetres(Position other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double sinLatitude = Math.sin((phi2 - phi1) / 2);
    double sinLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double a =
        sinLatitude * sinLatitude + Math.cos(phi1) * Math.cos(phi2) * sinLongitude * sinLongitude;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
