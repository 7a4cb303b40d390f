package io.zhenma.label;

/** Something to draw labels on. Millimetres from the upper left corner. */
interface LabelCanvas {
  /**
   * A code, quiet zone included, in a square.
   *
   * @param side of the square
   */
  void code(QrSymbol symbol, CodeStyle style, double left, double top, double side);

  /**
   * A line of text.
   *
   * @param size of the letters, already scaled
   */
  void text(FittedText text, double left, double baseline, double size);

  /** The template's logo, filling this box. */
  void logo(double left, double top, double width, double height);
}
