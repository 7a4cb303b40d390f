package io.zhenma.place;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads a {@code .shapes} file: valid polygons on an integer grid, delta-coded and zipped, so that
 * hundreds of regions load in a fraction of a second.
 *
 * <p>Format, gzip around: u16 count of regions; a region is its code (u16 length, UTF-8), number of
 * polygons, each its number of rings (the shell first), each its number of points, each the
 * difference to the point before in x and y. Numbers are LEB128 varints, differences zigzag-coded.
 */
final class ShapeFile {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final DataInputStream in;
  private final double stepsPerDegree;

  private ShapeFile(DataInputStream in, double stepsPerDegree) {
    this.in = in;
    this.stepsPerDegree = stepsPerDegree;
  }

  /** The shapes by region code, x being the longitude and y the latitude in degrees. */
  static Map<String, MultiPolygon> read(String path, double stepsPerDegree) {
    try (var in =
        new DataInputStream(
            new ByteArrayInputStream(
                new GZIPInputStream(new ByteArrayInputStream(DataFile.bytes(path)))
                    .readAllBytes()))) {
      return new ShapeFile(in, stepsPerDegree).shapes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private Map<String, MultiPolygon> shapes() throws IOException {
    Map<String, MultiPolygon> shapes = new LinkedHashMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      shapes.put(in.readUTF(), shape());
    }
    return shapes;
  }

  private MultiPolygon shape() throws IOException {
    Polygon[] polygons = new Polygon[varint()];
    for (int i = 0; i < polygons.length; i++) {
      LinearRing[] holes = new LinearRing[varint() - 1];
      LinearRing shell = ring();
      for (int h = 0; h < holes.length; h++) {
        holes[h] = ring();
      }
      polygons[i] = GEOMETRY.createPolygon(shell, holes);
    }
    return GEOMETRY.createMultiPolygon(polygons);
  }

  private LinearRing ring() throws IOException {
    Coordinate[] points = new Coordinate[varint()];
    int x = 0;
    int y = 0;
    for (int i = 0; i < points.length; i++) {
      x += zigzag();
      y += zigzag();
      points[i] = new Coordinate(x / stepsPerDegree, y / stepsPerDegree);
    }
    return GEOMETRY.createLinearRing(points);
  }

  private int zigzag() throws IOException {
    int coded = varint();
    return (coded >>> 1) ^ -(coded & 1);
  }

  private int varint() throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }
}
