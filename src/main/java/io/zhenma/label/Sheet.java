package io.zhenma.label;

/**
 * The paper and where labels may lie on it. All lengths in millimetres.
 *
 * <p>A named sheet has its own size whatever is given. A roll's pages get the size of a label, and
 * have neither margins nor gaps: the printer's own setting knows the gap between its labels.
 *
 * @param widthMm of a page; 0 for a roll
 * @param marginXMm left of the first column, and the least to the right of the last
 * @param marginYMm above the first row, and the least below the last
 * @param gapXMm between columns
 * @param gapYMm between rows
 * @param cutMarks whether short lines in the margins show where to cut
 */
public record Sheet(
    PageKind kind,
    double widthMm,
    double heightMm,
    double marginXMm,
    double marginYMm,
    double gapXMm,
    double gapYMm,
    boolean cutMarks) {
  /** Longest side of a page. */
  public static final double LONGEST_MM = 1_200;

  /** Room that a cut mark needs beside the labels. */
  static final double CUT_MARK_MM = 4;

  private static final double SHORTEST_MM = 10;

  public Sheet {
    if (kind.isNamed()) {
      widthMm = kind.widthMm();
      heightMm = kind.heightMm();
    } else if (kind == PageKind.ROLL) {
      widthMm = heightMm = marginXMm = marginYMm = gapXMm = gapYMm = 0;
      cutMarks = false;
    } else {
      Rules.millimetres("pageWidthMm", widthMm, SHORTEST_MM, LONGEST_MM);
      Rules.millimetres("pageHeightMm", heightMm, SHORTEST_MM, LONGEST_MM);
    }
    double leastMargin = cutMarks ? CUT_MARK_MM : 0;
    Rules.millimetres("marginXMm", marginXMm, leastMargin, Math.max(leastMargin, widthMm / 2));
    Rules.millimetres("marginYMm", marginYMm, leastMargin, Math.max(leastMargin, heightMm / 2));
    Rules.millimetres("gapXMm", gapXMm, 0, widthMm);
    Rules.millimetres("gapYMm", gapYMm, 0, heightMm);
  }

  /** One label after the other, without a sheet. */
  public static Sheet roll() {
    return new Sheet(PageKind.ROLL, 0, 0, 0, 0, 0, 0, false);
  }

  double roomAcrossMm() {
    return widthMm - 2 * marginXMm;
  }

  double roomDownMm() {
    return heightMm - 2 * marginYMm;
  }
}
