package io.zhenma.label;

/** Limits that several parts of a template share. */
final class Rules {
  /** What two computed lengths may differ by and still be the same. */
  static final double ROUNDING_MM = 1e-6;

  private Rules() {}

  /** Refuses a length that is none, too. */
  static double millimetres(String field, double value, double least, double most) {
    if (!(value >= least - ROUNDING_MM && value <= most + ROUNDING_MM)) {
      throw LabelException.of(field, "label-mm", upwards(least), downwards(most));
    }
    return value;
  }

  static int whole(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw LabelException.of(field, "range", least, most);
    }
    return value;
  }

  /** To the next hundredth, so that whoever types the limit is inside it. */
  static double upwards(double millimetres) {
    return Math.ceil(millimetres * 100 - ROUNDING_MM) / 100;
  }

  static double downwards(double millimetres) {
    return Math.floor(millimetres * 100 + ROUNDING_MM) / 100;
  }
}
