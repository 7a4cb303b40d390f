package io.zhenma.label;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** How much damage a symbol survives, as a rough share of its codewords (ISO/IEC 18004). */
public enum ErrorCorrection {
  /** About 7 %. */
  L(ErrorCorrectionLevel.L),
  /** About 15 %: the usual choice for a label. */
  M(ErrorCorrectionLevel.M),
  /** About 25 %. */
  Q(ErrorCorrectionLevel.Q),
  /** About 30 %: for rough surfaces. */
  H(ErrorCorrectionLevel.H);

  private final ErrorCorrectionLevel level;

  ErrorCorrection(ErrorCorrectionLevel level) {
    this.level = level;
  }

  ErrorCorrectionLevel level() {
    return level;
  }
}
