package io.zhenma.label;

/**
 * How the data mask of a symbol is found. Whatever it is, its number stands in the format
 * information and every decoder undoes it; the choice only changes how surely a reader finds its
 * way.
 */
public enum MaskChoice {
  /** The mask with the least penalty of all eight, as ISO/IEC 18004, 7.8.3 has it. */
  STANDARD,
  /**
   * Mask 3 without weighing the others: less work a symbol, for those who have seen that their
   * readers do as well with it.
   */
  FIXED;

  /** The mask of {@link #FIXED}. */
  static final int FIXED_MASK = 3;
}
