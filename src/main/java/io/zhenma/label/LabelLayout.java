package io.zhenma.label;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where things lie in a cell: the whole label, or a half of it in a pair. Millimetres from the
 * cell's upper left corner.
 *
 * @param lines from the top
 * @param textSizeMm size of the letters
 */
record LabelLayout(double codeLeft, double codeTop, Box logo, List<Line> lines, double textSizeMm) {
  /** What stays free beside text. */
  private static final double SIDE_MM = 1;

  private static final double LOGO_GAP_MM = 1;

  /** Lines that a serial number may take: its four groups in one, two or four. */
  private static final int[] SERIAL_LINES = {1, 2, 4};

  record Box(double left, double top, double width, double height) {}

  /**
   * A line of text, centred in its box or at its left edge.
   *
   * @param part of a serial number in several lines, from 0
   * @param parts lines of the serial number
   * @param baseline distance from the cell's top
   */
  record Line(
      LabelText text,
      int part,
      int parts,
      double left,
      double width,
      double baseline,
      boolean centred) {}

  static LabelLayout of(LabelTemplate template) {
    return new Plan(
            template.cellWidthMm(),
            template.labelHeightMm(),
            template.arrangement(),
            template.pairs(),
            template.code(),
            template.text(),
            template.logoHeightMm())
        .layout();
  }

  /** Refuses what doesn't fit. */
  static void check(
      double width,
      double height,
      Arrangement arrangement,
      boolean pairs,
      CodeStyle code,
      TextStyle text,
      double logoHeight) {
    double cell = pairs ? width / 2 : width;
    new Plan(cell, height, arrangement, pairs, code, text, logoHeight).layout();
  }

  private record Plan(
      double width,
      double height,
      Arrangement arrangement,
      boolean pairs,
      CodeStyle code,
      TextStyle text,
      double logoHeight) {

    LabelLayout layout() {
      requireCode();
      boolean stacked = arrangement == Arrangement.STACKED;
      double textLeft = stacked ? SIDE_MM : code.sideMm();
      double room = width - textLeft - SIDE_MM;
      List<Row> rows = rows(room);
      double textHeight = rows.size() * text.lineMm();
      double logo = logoHeight > 0 ? logoHeight + LOGO_GAP_MM : 0;
      double needed = logo + textHeight + (stacked ? code.sideMm() : 0);
      if (needed > height + Rules.ROUNDING_MM) {
        throw LabelException.of("labelHeightMm", "label-height", Rules.upwards(needed), height);
      }
      double top = (height - needed) / 2;
      double codeTop = stacked ? top + logo : (height - code.sideMm()) / 2;
      double textTop = stacked ? codeTop + code.sideMm() : top + logo;
      return new LabelLayout(
          stacked ? (width - code.sideMm()) / 2 : 0,
          codeTop,
          new Box(textLeft, top, Math.max(0, room), logoHeight),
          lines(rows, textLeft, room, textTop, stacked),
          text.sizePt() * Dots.MM_PER_POINT);
    }

    private void requireCode() {
      if (code.sideMm() > width + Rules.ROUNDING_MM) {
        throw LabelException.of(
            "codeSideMm", pairs ? "label-code-half" : "label-code", Rules.downwards(width));
      }
      if (code.sideMm() > height + Rules.ROUNDING_MM) {
        throw LabelException.of("codeSideMm", "label-code-high", Rules.downwards(height));
      }
    }

    private record Row(LabelText text, int part, int parts) {}

    private List<Row> rows(double room) {
      Set<LabelText> wanted = EnumSet.noneOf(LabelText.class);
      wanted.addAll(text.texts());
      if (pairs) {
        wanted.add(LabelText.KIND);
      }
      if (wanted.contains(LabelText.LOT)) {
        wanted.remove(LabelText.ITEM);
      }
      if ((!wanted.isEmpty() || logoHeight > 0) && room < SerialText.widthMm(1, text.sizePt())) {
        throw LabelException.of(
            "labelWidthMm",
            "label-text-beside",
            Rules.upwards((width - room + SerialText.widthMm(1, text.sizePt())) * cells()));
      }
      List<Row> rows = new ArrayList<>();
      for (LabelText each : wanted) {
        int parts = each == LabelText.SERIAL ? serialLines(room) : 1;
        for (int part = 0; part < parts; part++) {
          rows.add(new Row(each, part, parts));
        }
      }
      return rows;
    }

    private int cells() {
      return pairs ? 2 : 1;
    }

    private int serialLines(double room) {
      for (int lines : SERIAL_LINES) {
        if (SerialText.widthMm(SerialText.GROUPS / lines, text.sizePt()) <= room) {
          return lines;
        }
      }
      throw new IllegalStateException("a group of the serial number was found to fit before");
    }

    private List<Line> lines(
        List<Row> rows, double left, double room, double top, boolean centred) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        // A quarter of the size is left below the base line for letters that descend.
        double baseline = top + (i + 1) * text.lineMm() - text.sizePt() * Dots.MM_PER_POINT / 4;
        lines.add(new Line(row.text(), row.part(), row.parts(), left, room, baseline, centred));
      }
      return lines;
    }
  }
}
