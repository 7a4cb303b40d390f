package io.zhenma.report;

/**
 * Splits a figure's values into three levels of about equal size. Equal values always get equal
 * levels, so the levels depend on the values alone, never on the order in which a database returned
 * them.
 *
 * @param low highest value of the lowest third
 * @param high highest value of the middle third
 */
record Terciles(long low, long high) {
  private static final int LEVELS = 3;

  /**
   * Of ascending values; the quantile is the value at rank ceil(n · p), the inverse of the
   * empirical distribution.
   */
  static Terciles ofSorted(long[] ascending) {
    if (ascending.length == 0) {
      return new Terciles(0, 0);
    }
    return new Terciles(at(ascending, 1), at(ascending, 2));
  }

  private static long at(long[] ascending, int third) {
    int rank = (int) (((long) ascending.length * third + LEVELS - 1) / LEVELS);
    return ascending[Math.max(0, rank - 1)];
  }

  /** 1 for the lowest third, 3 for the highest. */
  int level(long value) {
    return value <= low ? 1 : value <= high ? 2 : LEVELS;
  }

  /** 3 for the lowest third, 1 for the highest: for figures of which less is better. */
  int levelFromBelow(long value) {
    return LEVELS + 1 - level(value);
  }
}
