package io.zhenma.label;

/** Millimetres and the units of printers. */
final class Dots {
  static final double MM_PER_INCH = 25.4;
  static final double MM_PER_POINT = MM_PER_INCH / 72;

  private Dots() {}

  static int of(double millimetres, int dpi) {
    return (int) Math.round(millimetres * dpi / MM_PER_INCH);
  }
}
