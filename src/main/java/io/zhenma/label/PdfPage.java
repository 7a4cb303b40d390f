package io.zhenma.label;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The drawing operators of one page (ISO 32000-1, 8.5 and 9.4), the units of whose operands are
 * points. Each code is one path, filled once: neighbours in one path leave no hairline between
 * them, which single fills do on screens and some printers. Its unit is a module, so that its
 * operands are whole numbers of one or two digits, which take little room and time to pack.
 */
final class PdfPage implements LabelCanvas {
  private static final int BUFFER = 1 << 17;
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final double height;
  private final AsciiWriter operators = new AsciiWriter(BUFFER);
  private final AsciiWriter texts = new AsciiWriter(BUFFER / 8);
  private final Map<LabelFont, BitSet> letters = new IdentityHashMap<>();
  private String font = "";

  PdfPage(double heightMm) {
    this.height = heightMm / Dots.MM_PER_POINT;
  }

  /** The code points written in each font. */
  Map<LabelFont, BitSet> letters() {
    return letters;
  }

  /** Everything drawn so far. */
  AsciiWriter content() {
    if (texts.length() > 0) {
      operators.put("BT\n").put(texts.array(), 0, texts.length()).put("ET\n");
    }
    return operators;
  }

  @Override
  public void code(QrSymbol symbol, CodeStyle style, double left, double top, double side) {
    double module = style.moduleMm(symbol.size()) / Dots.MM_PER_POINT;
    double x = left / Dots.MM_PER_POINT + style.quietZone() * module;
    double y = height - top / Dots.MM_PER_POINT - (style.quietZone() + symbol.size()) * module;
    operators.put("q ").put(module, 4).put(" 0 0 ").put(module, 4).put(' ');
    operators.put(x, 3).put(' ').put(y, 3).put(" cm\n");
    RunPath.append(symbol.modules(), operators);
    operators.put("f\nQ\n");
  }

  @Override
  public void text(FittedText text, double left, double baseline, double size) {
    String wanted = name(text.font()) + " " + new AsciiWriter(16).put(size / Dots.MM_PER_POINT, 2);
    if (!wanted.equals(font)) {
      texts.put(wanted).put(" Tf\n");
      font = wanted;
    }
    texts.put("1 0 0 1 ").put(left / Dots.MM_PER_POINT, 2).put(' ');
    texts.put(height - baseline / Dots.MM_PER_POINT, 2).put(" Tm<");
    BitSet used = letters.computeIfAbsent(text.font(), f -> new BitSet());
    for (Glyph glyph : text.glyphs()) {
      used.set(glyph.codePoint());
      for (int shift = 12; shift >= 0; shift -= 4) {
        texts.put(HEX[glyph.id() >>> shift & 0xf]);
      }
    }
    texts.put(">Tj\n");
  }

  /** The Latin font is F1, the other F2. */
  static String name(LabelFont font) {
    return font == LabelFont.latin() ? "/F1" : "/F2";
  }

  @Override
  public void logo(double left, double top, double width, double heightMm) {
    operators.put("q ").put(width / Dots.MM_PER_POINT, 3).put(" 0 0 ");
    operators.put(heightMm / Dots.MM_PER_POINT, 3).put(' ');
    operators.put(left / Dots.MM_PER_POINT, 3).put(' ');
    operators.put(height - (top + heightMm) / Dots.MM_PER_POINT, 3).put(" cm/L Do Q\n");
  }

  /** Thin lines, each from one point to another. */
  void lines(double[][] lines) {
    operators.put("0.25 w\n");
    for (double[] line : lines) {
      operators.put(line[0] / Dots.MM_PER_POINT, 2).put(' ');
      operators.put(height - line[1] / Dots.MM_PER_POINT, 2).put(" m ");
      operators.put(line[2] / Dots.MM_PER_POINT, 2).put(' ');
      operators.put(height - line[3] / Dots.MM_PER_POINT, 2).put(" l\n");
    }
    operators.put("S\n");
  }
}
