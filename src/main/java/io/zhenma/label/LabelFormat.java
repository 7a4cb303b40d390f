package io.zhenma.label;

import java.util.Locale;

/**
 * A template: how labels of one size lie on a page. All lengths in millimetres. A template that
 * exists fits: at least one label a page, and the code and its text inside each label; one that
 * doesn't is refused with a {@link LabelException} that names the limit.
 *
 * @param page the sheet
 * @param labelWidthMm width of one label
 * @param labelHeightMm height of one label
 * @param qrSideMm side of the square kept for the code, its quiet zone of four modules included
 * @param marginXMm left of the first column, and the least to the right of the last
 * @param marginYMm above the first row, and the least below the last
 * @param gapXMm between columns
 * @param gapYMm between rows
 * @param correction error correction of the codes
 */
public record LabelFormat(
    PageSize page,
    double labelWidthMm,
    double labelHeightMm,
    double qrSideMm,
    double marginXMm,
    double marginYMm,
    double gapXMm,
    double gapYMm,
    ErrorCorrection correction) {

  /** Modules smaller than this are a gamble on office printers and older phones. */
  public static final double SMALLEST_MODULE_MM = 0.25;

  /** A4, five columns of eight labels, 35 × 33 mm, code 22 mm. */
  public static final LabelFormat A4_40 =
      new LabelFormat(PageSize.A4, 35, 33, 22, 12.5, 9.5, 2.5, 2, ErrorCorrection.M);

  private static final int SMALLEST_SYMBOL = 21 + 2 * QrSymbol.QUIET_ZONE;
  private static final double ROUNDING_MM = 1e-6;

  public LabelFormat {
    requireBetween("label width", labelWidthMm, TextBlock.NARROWEST_MM, page.widthMm());
    requireBetween("label height", labelHeightMm, 0, page.heightMm());
    requireBetween("left and right margin", marginXMm, 0, page.widthMm());
    requireBetween("top and bottom margin", marginYMm, 0, page.heightMm());
    requireBetween("gap between columns", gapXMm, 0, page.widthMm());
    requireBetween("gap between rows", gapYMm, 0, page.heightMm());
    requireBetween("code", qrSideMm, SMALLEST_SYMBOL * SMALLEST_MODULE_MM, labelWidthMm);
    double text = TextBlock.in(labelWidthMm).heightMm();
    if (qrSideMm + text > labelHeightMm + ROUNDING_MM) {
      throw refused(
          "a code of %.1f mm and its text of %.1f mm need a label at least %.1f mm high, not %.1f",
          qrSideMm, text, qrSideMm + text, labelHeightMm);
    }
    requireRoom("across", page.widthMm() - 2 * marginXMm, labelWidthMm);
    requireRoom("down", page.heightMm() - 2 * marginYMm, labelHeightMm);
  }

  /** Labels side by side, at least 1. */
  public int columns() {
    return fitting(page.widthMm() - 2 * marginXMm, labelWidthMm, gapXMm);
  }

  /** Labels one below the other, at least 1. */
  public int rows() {
    return fitting(page.heightMm() - 2 * marginYMm, labelHeightMm, gapYMm);
  }

  public int labelsPerPage() {
    return columns() * rows();
  }

  /**
   * Refuses links too long for this template's code, so that a batch is refused before it is made.
   *
   * @param length characters of the link
   * @throws LabelException when a module would be smaller than {@link #SMALLEST_MODULE_MM}
   */
  public void requireReadable(int length) {
    moduleMm(QrSymbol.sizeFor(length, correction));
  }

  /**
   * Side of one module.
   *
   * @param size modules of the symbol, without quiet zone
   * @throws LabelException when it is smaller than {@link #SMALLEST_MODULE_MM}
   */
  double moduleMm(int size) {
    int across = size + 2 * QrSymbol.QUIET_ZONE;
    double module = qrSideMm / across;
    if (module < SMALLEST_MODULE_MM - ROUNDING_MM) {
      throw refused(
          "this link's code would have modules of %.3f mm; from %.2f mm they read, so the code"
              + " needs %.2f mm, not %.2f",
          module, SMALLEST_MODULE_MM, across * SMALLEST_MODULE_MM, qrSideMm);
    }
    return module;
  }

  private static int fitting(double room, double label, double gap) {
    return (int) Math.floor((room + gap + ROUNDING_MM) / (label + gap));
  }

  private static void requireBetween(String what, double value, double least, double most) {
    if (!(value >= least - ROUNDING_MM && value <= most + ROUNDING_MM)) {
      throw refused("%s: from %.2f to %.2f mm, not %.2f", what, least, most, value);
    }
  }

  private static void requireRoom(String direction, double room, double label) {
    if (label > room + ROUNDING_MM) {
      throw refused(
          "no label of %.1f mm fits %s: the margins leave %.1f mm", label, direction, room);
    }
  }

  private static LabelException refused(String message, Object... values) {
    return new LabelException(String.format(Locale.ROOT, message, values));
  }
}
