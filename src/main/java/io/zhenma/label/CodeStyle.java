package io.zhenma.label;

/**
 * How a code is drawn.
 *
 * @param sideMm side of the square kept for it, its quiet zone included
 * @param quietZone light modules on each side, 4 to 16 (ISO/IEC 18004 asks for 4)
 * @param correction error correction level
 * @param mask how the data mask is found
 */
public record CodeStyle(double sideMm, int quietZone, ErrorCorrection correction, MaskChoice mask) {
  /** Modules smaller than this are a gamble on office printers and older phones. */
  public static final double SMALLEST_MODULE_MM = 0.25;

  private static final int SMALLEST_SYMBOL = 21;
  private static final int WIDEST_QUIET_ZONE = 16;
  private static final double LARGEST_MM = 500;

  public CodeStyle {
    Rules.whole("quietZone", quietZone, QrSymbol.QUIET_ZONE, WIDEST_QUIET_ZONE);
    Rules.millimetres(
        "codeSideMm", sideMm, (SMALLEST_SYMBOL + 2 * quietZone) * SMALLEST_MODULE_MM, LARGEST_MM);
  }

  /** Side of one module of a symbol so many modules wide, however small that is. */
  double moduleMm(int size) {
    return sideMm / (size + 2 * quietZone);
  }

  /**
   * Dots of one module where modules are whole dots; what is left over widens the quiet zone.
   *
   * @param size modules of the symbol, without quiet zone
   */
  int moduleDots(int size, int dpi) {
    return (int) (sideMm * dpi / Dots.MM_PER_INCH + 1e-6) / (size + 2 * quietZone);
  }

  void requireReadable(int size) {
    if (moduleMm(size) < SMALLEST_MODULE_MM - Rules.ROUNDING_MM) {
      double needed = (size + 2 * quietZone) * SMALLEST_MODULE_MM;
      throw LabelException.of(
          "codeSideMm", "label-module", Rules.upwards(needed), sideMm, SMALLEST_MODULE_MM);
    }
  }

  void requireReadable(int size, int dpi) {
    requireReadable(size);
    double least = Math.ceil(SMALLEST_MODULE_MM * dpi / Dots.MM_PER_INCH - 1e-6);
    if (moduleDots(size, dpi) < least) {
      double needed = (size + 2 * quietZone) * least * Dots.MM_PER_INCH / dpi;
      throw LabelException.of("codeSideMm", "label-dots", Rules.upwards(needed), sideMm, dpi);
    }
  }
}
