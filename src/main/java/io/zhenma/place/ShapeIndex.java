package io.zhenma.place;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the region around a point among many shapes. Immutable once built; safe for all threads.
 */
final class ShapeIndex {

  private record Entry(String code, MultiPolygon shape, IndexedPointInAreaLocator locator) {}

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final STRtree tree = new STRtree();

  ShapeIndex(Map<String, MultiPolygon> shapes) {
    shapes.forEach(
        (code, shape) ->
            tree.insert(
                shape.getEnvelopeInternal(),
                new Entry(code, shape, new IndexedPointInAreaLocator(shape))));
    tree.build();
  }

  /** The code of a region that holds the point. */
  Optional<String> around(Position position) {
    Coordinate point = coordinate(position);
    return entries(new Envelope(point)).stream()
        .filter(entry -> entry.locator().locate(point) != Location.EXTERIOR)
        .map(Entry::code)
        .findFirst();
  }

  /** The code of the region nearest to the point, if one is within so many degrees. */
  Optional<String> nearest(Position position, double degrees) {
    Envelope window = new Envelope(coordinate(position));
    window.expandBy(degrees);
    Point point = GEOMETRY.createPoint(coordinate(position));
    return entries(window).stream()
        .filter(entry -> entry.shape().isWithinDistance(point, degrees))
        .min(Comparator.comparingDouble(entry -> entry.shape().distance(point)))
        .map(Entry::code);
  }

  @SuppressWarnings("unchecked") // the tree predates generics; only entries were put in
  private List<Entry> entries(Envelope window) {
    return (List<Entry>) tree.query(window);
  }

  private static Coordinate coordinate(Position position) {
    return new Coordinate(position.longitude(), position.latitude());
  }
}
