package io.zhenma.label;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Letters as dots, each made once for a size. Safe for several threads. */
final class GlyphDots {
  /** Beyond any label: a few sizes of some thousand letters. */
  private static final int MOST = 20_000;

  private final Map<Key, Placed> made = new ConcurrentHashMap<>();

  private record Key(LabelFont font, int glyph, double size) {}

  /**
   * A letter's dots.
   *
   * @param left of the dots, from where the letter stands
   * @param top of the dots, from the base line; negative upwards
   */
  record Placed(Bitmap dots, int left, int top) {}

  /**
   * Dots of a letter.
   *
   * @param size of the letters in dots
   */
  Placed of(LabelFont font, Glyph glyph, double size) {
    Key key = new Key(font, glyph.id(), size);
    Placed known = made.get(key);
    if (known != null) {
      return known;
    }
    Placed placed = make(glyph, size);
    if (made.size() < MOST) {
      made.put(key, placed);
    }
    return placed;
  }

  private static Placed make(Glyph glyph, double size) {
    Rectangle2D box = glyph.outline().getBounds2D();
    int left = (int) Math.floor(box.getMinX() * size);
    int top = (int) Math.floor(-box.getMaxY() * size);
    int right = (int) Math.ceil(box.getMaxX() * size);
    int bottom = (int) Math.ceil(-box.getMinY() * size);
    Bitmap dots = new Bitmap(Math.max(1, right - left), Math.max(1, bottom - top));
    dots.fill(glyph.outline(), new AffineTransform(size, 0, 0, -size, -left, -top));
    return new Placed(dots, left, top);
  }
}
