package io.zhenma.place;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Maps for the console as GeoJSON (RFC 7946), one feature a region with the properties {@code
 * adcode} (GB/T 2260), {@code name} (short Chinese), {@code nameEn} and {@code cp} (label point:
 * longitude, latitude).
 */
public final class WebMap {

  private WebMap() {}

  /** The map of all 34 provinces (240 KB, 60 KB gzip); register it under the name "china". */
  public static String provinces() {
    return new String(DataFile.bytes("/place/china.json"), StandardCharsets.UTF_8);
  }

  /**
   * The map of a province's cities (some 100 m exact); of Hong Kong, Macao and Taiwan the province
   * whole. Empty when there is no such province.
   */
  public static Optional<String> cities(String provinceCode) {
    return Regions.china()
        .byCode(provinceCode)
        .filter(region -> region.level() == Region.Level.PROVINCE)
        .map(WebMap::citiesOf);
  }

  private static String citiesOf(Region province) {
    List<Region> cities = Regions.china().citiesOf(province.code());
    Map<String, MultiPolygon> shapes = CityShapes.all();
    StringJoiner features =
        new StringJoiner(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n");
    for (Region region : cities.isEmpty() ? List.of(province) : cities) {
      Optional.ofNullable(shapes.get(region.code()))
          .ifPresent(shape -> features.add(feature(region, shape)));
    }
    return features.toString();
  }

  private static String feature(Region region, MultiPolygon shape) {
    StringJoiner polygons = new StringJoiner(",", "[", "]");
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      polygons.add(polygon((Polygon) shape.getGeometryN(i)));
    }
    return String.format(
        Locale.ROOT,
        """
        {"type":"Feature","properties":{"adcode":"%s","name":"%s","nameEn":"%s","cp":%s},\
        "geometry":{"type":"MultiPolygon","coordinates":%s}}""",
        region.code(),
        region.shortName(),
        region.englishName(),
        point(region.centre().longitude(), region.centre().latitude()),
        polygons);
  }

  private static String polygon(Polygon polygon) {
    StringJoiner rings = new StringJoiner(",", "[", "]");
    rings.add(ring(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i)));
    }
    return rings.toString();
  }

  private static String ring(LinearRing ring) {
    StringJoiner points = new StringJoiner(",", "[", "]");
    for (Coordinate coordinate : ring.getCoordinates()) {
      points.add(point(coordinate.x, coordinate.y));
    }
    return points.toString();
  }

  private static String point(double longitude, double latitude) {
    return String.format(Locale.ROOT, "[%.3f,%.3f]", longitude, latitude);
  }
}
