package io.zhenma.label;

/** How code, logo and text share a label. */
public enum Arrangement {
  /** Logo above the code, text below it. */
  STACKED,
  /** Code on the left; logo and, below it, text on the right. */
  BESIDE
}
