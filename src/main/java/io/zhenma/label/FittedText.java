package io.zhenma.label;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text that fits its room: as it is, a little smaller, or cut.
 *
 * @param scale 1, or how much smaller it is set
 * @param width in sizes of the letters, after scaling
 */
record FittedText(LabelFont font, List<Glyph> glyphs, double scale, double width) {
  /** A line may be set this much smaller before it is cut. */
  private static final double LEAST_SCALE = 0.75;

  private static final int ELLIPSIS = 0x2026;

  static FittedText of(LabelFont font, String text, double room) {
    List<Glyph> glyphs = new ArrayList<>(text.length());
    text.codePoints().forEach(codePoint -> glyphs.add(font.require(codePoint)));
    double width = width(glyphs);
    if (width * LEAST_SCALE > room) {
      cut(glyphs, font, room / LEAST_SCALE);
      width = width(glyphs);
    }
    double scale = width > room ? room / width : 1;
    return new FittedText(font, glyphs, scale, width * scale);
  }

  private static void cut(List<Glyph> glyphs, LabelFont font, double room) {
    double ellipsis = font.glyph(ELLIPSIS).map(Glyph::advance).orElse(0.0);
    while (!glyphs.isEmpty() && width(glyphs) + ellipsis > room) {
      glyphs.remove(glyphs.size() - 1);
    }
    while (!glyphs.isEmpty() && glyphs.get(glyphs.size() - 1).codePoint() == ' ') {
      glyphs.remove(glyphs.size() - 1);
    }
    if (!glyphs.isEmpty()) {
      font.glyph(ELLIPSIS).ifPresent(glyphs::add);
    }
  }

  private static double width(List<Glyph> glyphs) {
    double width = 0;
    for (Glyph glyph : glyphs) {
      width += glyph.advance();
    }
    return width;
  }
}
