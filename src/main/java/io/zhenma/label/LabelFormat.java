package io.zhenma.label;

/** Kinds of files that labels are written to. */
public enum LabelFormat {
  /** Sheets of vectors. */
  PDF,
  /** An SVG picture for each code. */
  SVG_ZIP,
  /** A PNG picture for each code, of black and white dots. */
  PNG_ZIP,
  /** A job for a thermal printer, of black and white dots. */
  ZPL;

  /** Whether modules are whole dots of the template's resolution. */
  public boolean isOfDots() {
    return this == PNG_ZIP || this == ZPL;
  }
}
