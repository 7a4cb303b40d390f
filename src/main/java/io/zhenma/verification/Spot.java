package io.zhenma.verification;

import io.zhenma.place.Place;
import io.zhenma.place.Position;
import java.util.Optional;

/**
 * A place in fewer than 60 bits, as it is kept of each device: a point to within some 300 m, how
 * far off it may be, the province, and how far all that can be believed.
 *
 * @param latitude in steps of 180/65535 degrees from the South Pole
 * @param longitude in steps of 360/65535 degrees from the date line
 * @param uncertaintyKm rounded up
 * @param province the first two digits of the GB/T 2260 code, 0 when unknown or abroad
 * @param connection how the phone was connected
 */
record Spot(
    boolean located,
    int latitude,
    int longitude,
    int uncertaintyKm,
    int province,
    Trust trust,
    Connection connection) {
  static final Spot UNKNOWN = new Spot(false, 0, 0, 20_038, 0, Trust.NONE, Connection.MOBILE);

  private static final int STEPS = 0xFFFF;
  private static final double DEGREES_LATITUDE = 180;
  private static final double DEGREES_LONGITUDE = 360;
  private static final int MOST_KM = 20_038;
  private static final double METRES = 1_000;

  static Spot of(Place place, Connection said) {
    Optional<Position> position = place.position();
    return new Spot(
        position.isPresent(),
        position.map(at -> steps(at.latitude(), DEGREES_LATITUDE)).orElse(0),
        position.map(at -> steps(at.longitude(), DEGREES_LONGITUDE)).orElse(0),
        (int) Math.min(MOST_KM, Math.ceil(place.uncertaintyMetres() / METRES)),
        provinceOf(place.province()),
        Trust.in(place, said),
        said.at(place));
  }

  static int provinceOf(String code) {
    return code.isEmpty() ? 0 : Integer.parseInt(code.substring(0, 2));
  }

  private static int steps(double degrees, double range) {
    return (int) Math.round((degrees + range / 2) / range * STEPS);
  }

  /** The least distance that can lie between the two; 0 when either is unknown. */
  double leastMetres(Spot other) {
    if (!located || !other.located) {
      return 0;
    }
    double apart = point().distanceMetres(other.point());
    return Math.max(0, apart - METRES * (uncertaintyKm + other.uncertaintyKm));
  }

  private Position point() {
    return new Position(
        latitude * DEGREES_LATITUDE / STEPS - DEGREES_LATITUDE / 2,
        longitude * DEGREES_LONGITUDE / STEPS - DEGREES_LONGITUDE / 2);
  }

  /** In the lowest 60 bits. */
  long packed() {
    long bits = located ? 1 : 0;
    bits = bits << 16 | latitude;
    bits = bits << 16 | longitude;
    bits = bits << 15 | uncertaintyKm;
    bits = bits << 7 | province;
    bits = bits << 2 | trust.ordinal();
    return bits << 2 | connection.ordinal();
  }

  /** Reads what {@link #packed} made. */
  static Spot unpacked(long bits) {
    return new Spot(
        (bits >>> 58 & 1) == 1,
        (int) (bits >>> 42 & 0xFFFF),
        (int) (bits >>> 26 & 0xFFFF),
        (int) (bits >>> 11 & 0x7FFF),
        (int) (bits >>> 4 & 0x7F),
        Trust.values()[(int) (bits >>> 2 & 3)],
        Connection.values()[(int) (bits & 3)]);
  }
}
