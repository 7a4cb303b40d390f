package io.zhenma.label;

import java.util.Iterator;

/** What a template's first page looks like, as one SVG in its true size. */
public final class LabelPreview {
  private static final String EDGE =
      "fill=\"none\" stroke=\"#9aa5a5\" stroke-width=\".15\" stroke-dasharray=\"1 1\"";

  /** More would say no more, and would only make the picture heavy. */
  private static final int MOST_DRAWN = 60;

  private LabelPreview() {}

  /**
   * Draws a page.
   *
   * @param labels at least as many as a page takes, or {@code 60}; with two codes each for pairs,
   *     else with one
   * @return SVG, UTF-8; labels beyond the sixtieth are only outlined
   * @throws LabelException when a link is too long for the code
   */
  public static byte[] svg(LabelTemplate template, LabelFonts fonts, Iterator<Label> labels) {
    LabelDrawing drawing = new LabelDrawing(template, fonts, QrSymbol::of);
    SvgCanvas canvas = new SvgCanvas(template, template.pageWidthMm(), template.pageHeightMm());
    for (int place = 0; place < template.labelsPerPage(); place++) {
      double left = template.leftMm(place);
      double top = template.topMm(place);
      canvas.rectangle(left, top, template.labelWidthMm(), template.labelHeightMm(), EDGE);
      if (place < MOST_DRAWN) {
        drawing.draw(labels.next(), canvas, left, top);
      }
    }
    double[][] marks = CutMarks.of(template);
    if (marks.length > 0) {
      canvas.lines(marks);
    }
    return canvas.finish();
  }
}
