package io.zhenma.label;

import java.util.ArrayList;
import java.util.List;

/** Short lines in the margins, where each edge of a label meets the edge of the sheet. */
final class CutMarks {
  private static final double LENGTH_MM = 3;

  private CutMarks() {}

  /** From x, y to x, y in millimetres from the upper left corner; none unless they are wanted. */
  static double[][] of(LabelTemplate template) {
    if (!template.sheet().cutMarks()) {
      return new double[0][];
    }
    List<double[]> lines = new ArrayList<>();
    double left = template.leftMm(0);
    double top = template.topMm(0);
    double right = template.leftMm(template.columns() - 1) + template.labelWidthMm();
    double bottom = template.topMm(template.labelsPerPage() - 1) + template.labelHeightMm();
    for (int column = 0; column < template.columns(); column++) {
      double x = template.leftMm(column);
      for (double edge : new double[] {x, x + template.labelWidthMm()}) {
        lines.add(new double[] {edge, top - Sheet.CUT_MARK_MM, edge, top - 1});
        lines.add(new double[] {edge, bottom + 1, edge, bottom + 1 + LENGTH_MM});
      }
    }
    for (int row = 0; row < template.rows(); row++) {
      double y = template.topMm(row * template.columns());
      for (double edge : new double[] {y, y + template.labelHeightMm()}) {
        lines.add(new double[] {left - Sheet.CUT_MARK_MM, edge, left - 1, edge});
        lines.add(new double[] {right + 1, edge, right + 1 + LENGTH_MM, edge});
      }
    }
    return lines.toArray(double[][]::new);
  }
}
