package io.zhenma.customer;

/** The three groups of an RFM report and the strategy each of them calls for. */
public enum Segment {
  /** Buys lately, often or much: keep them close. Scores add up to 7, 8 or 9. */
  KEY_VALUE,
  /** Ordinary customers: keep in touch. Scores add up to 5 or 6. */
  GENERAL_KEEP,
  /** Seldom, little and long ago: win back. Scores add up to 3 or 4. */
  GENERAL_WINBACK;

  private static final int LEAST_KEY_VALUE = 7;
  private static final int LEAST_KEEP = 5;

  public static Segment of(int r, int f, int m) {
    int sum = r + f + m;
    return sum >= LEAST_KEY_VALUE ? KEY_VALUE : sum >= LEAST_KEEP ? GENERAL_KEEP : GENERAL_WINBACK;
  }
}
