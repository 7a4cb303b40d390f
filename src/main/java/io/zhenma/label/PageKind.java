package io.zhenma.label;

/** What labels are printed on (ISO 216; ANSI/ASME Y14.1 for Letter). */
public enum PageKind {
  A4(210, 297),
  A5(148, 210),
  LETTER(215.9, 279.4),
  /** A sheet of any size. */
  CUSTOM(0, 0),
  /** One label after the other: each page is as large as a label. */
  ROLL(0, 0);

  private final double widthMm;
  private final double heightMm;

  PageKind(double widthMm, double heightMm) {
    this.widthMm = widthMm;
    this.heightMm = heightMm;
  }

  /** Of a named sheet, upright; 0 for the others. */
  double widthMm() {
    return widthMm;
  }

  double heightMm() {
    return heightMm;
  }

  boolean isNamed() {
    return widthMm > 0;
  }
}
