package io.zhenma.label;

/** Sheets of paper, upright, in millimetres (ISO 216; ANSI/ASME Y14.1 for Letter). */
public enum PageSize {
  A4(210, 297),
  A5(148, 210),
  LETTER(215.9, 279.4);

  private final double widthMm;
  private final double heightMm;

  PageSize(double widthMm, double heightMm) {
    this.widthMm = widthMm;
    this.heightMm = heightMm;
  }

  public double widthMm() {
    return widthMm;
  }

  public double heightMm() {
    return heightMm;
  }
}
