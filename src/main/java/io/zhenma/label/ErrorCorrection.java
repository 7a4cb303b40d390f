package io.zhenma.label;

/** How much damage a symbol survives, as a rough share of its codewords (ISO/IEC 18004, 7.5.1). */
public enum ErrorCorrection {
  /** About 7 %. */
  L(0b01),
  /** About 15 %: the usual choice for a label. */
  M(0b00),
  /** About 25 %. */
  Q(0b11),
  /** About 30 %: for rough surfaces. */
  H(0b10);

  private final int indicator;

  ErrorCorrection(int indicator) {
    this.indicator = indicator;
  }

  /** Its two bits in the format information (ISO/IEC 18004, table 12). */
  int indicator() {
    return indicator;
  }
}
