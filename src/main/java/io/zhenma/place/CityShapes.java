package io.zhenma.place;

import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/** The cities' outlines, read when first needed: the locator and the maps share them. */
final class CityShapes {

  private static final class Holder {
    static final Map<String, MultiPolygon> SHAPES = ShapeFile.read("/place/cities.shapes", 1000);
  }

  private CityShapes() {}

  /**
   * Outlines by GB/T 2260 code; Hong Kong, Macao and Taiwan by that of the province. Young cities
   * of Xinjiang and Sansha have none.
   */
  static Map<String, MultiPolygon> all() {
    return Holder.SHAPES;
  }
}
