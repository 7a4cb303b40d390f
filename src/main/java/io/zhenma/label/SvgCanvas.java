package io.zhenma.label;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/**
 * Draws as SVG 1.1 in its true size: a unit is a millimetre. Letters are outlines, so that the
 * picture is the same wherever it is opened, and there is no style, script or reference.
 */
final class SvgCanvas implements LabelCanvas {
  private static final int LOGO_DPI = 300;

  private final LabelTemplate template;
  private final AsciiWriter out = new AsciiWriter(1 << 13);

  /** Begins a picture. */
  SvgCanvas(LabelTemplate template, double widthMm, double heightMm) {
    this.template = template;
    out.put("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").put(widthMm, 3);
    out.put("mm\" height=\"").put(heightMm, 3).put("mm\" viewBox=\"0 0 ");
    out.put(widthMm, 3).put(' ').put(heightMm, 3).put("\">\n");
    rectangle(0, 0, widthMm, heightMm, "fill=\"#fff\"");
  }

  /** Ends the picture. */
  byte[] finish() {
    return out.put("</svg>\n").toByteArray();
  }

  void rectangle(double left, double top, double width, double height, String attributes) {
    out.put("<rect x=\"").put(left, 3).put("\" y=\"").put(top, 3).put("\" width=\"");
    out.put(width, 3).put("\" height=\"").put(height, 3).put("\" ").put(attributes).put("/>\n");
  }

  /** Thin lines, each from one point to another. */
  void lines(double[][] lines) {
    out.put("<path stroke=\"#000\" stroke-width=\".1\" d=\"");
    for (double[] line : lines) {
      out.put('M').put(line[0], 3).put(' ').put(line[1], 3);
      out.put('L').put(line[2], 3).put(' ').put(line[3], 3);
    }
    out.put("\"/>\n");
  }

  @Override
  public void code(QrSymbol symbol, CodeStyle style, double left, double top, double side) {
    out.put("<path transform=\"translate(").put(left, 3).put(' ').put(top, 3);
    out.put(")scale(").put(style.moduleMm(symbol.size()), 4);
    out.put(")\" shape-rendering=\"crispEdges\" d=\"");
    RunPath.appendSvg(symbol.modules(), style.quietZone(), style.quietZone(), out);
    out.put("\"/>\n");
  }

  @Override
  public void text(FittedText text, double left, double baseline, double size) {
    out.put("<path d=\"");
    double x = left;
    for (Glyph glyph : text.glyphs()) {
      outline(glyph.outline().getPathIterator(new AffineTransform(size, 0, 0, -size, x, baseline)));
      x += glyph.advance() * size;
    }
    out.put("\"/>\n");
  }

  private void outline(PathIterator path) {
    double[] points = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> step('M', points, 2);
        case PathIterator.SEG_LINETO -> step('L', points, 2);
        case PathIterator.SEG_QUADTO -> step('Q', points, 4);
        case PathIterator.SEG_CUBICTO -> step('C', points, 6);
        default -> out.put('z');
      }
    }
  }

  private void step(char command, double[] points, int count) {
    out.put(command);
    for (int i = 0; i < count; i++) {
      out.put(i == 0 ? "" : " ").put(points[i], 3);
    }
  }

  @Override
  public void logo(double left, double top, double width, double height) {
    Logo logo = template.logo().orElseThrow();
    out.put("<image xmlns:xlink=\"http://www.w3.org/1999/xlink\" x=\"")
        .put(left, 3)
        .put("\" y=\"")
        .put(top, 3)
        .put("\" width=\"");
    out.put(width, 3).put("\" height=\"").put(height, 3);
    out.put("\" xlink:href=\"data:image/png;base64,");
    out.put(logo.png(Dots.of(height, LOGO_DPI), LOGO_DPI)).put("\"/>\n");
  }
}
