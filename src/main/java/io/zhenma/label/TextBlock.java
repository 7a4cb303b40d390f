package io.zhenma.label;

import java.util.List;

/**
 * The lines under a code: the serial number in one line, or two where the label is narrow, and a
 * line for the caption. Courier, so every character is 0.6 of the size wide (Adobe's metrics of the
 * standard 14 fonts) and no font file is needed to know what fits.
 *
 * @param serialLines 1 or 2
 * @param size of the font in points
 * @param captionLength characters that fit into the caption's line
 */
record TextBlock(int serialLines, double size, int captionLength) {
  static final double MM_PER_POINT = 25.4 / 72;

  private static final double CHARACTER_WIDTH = 0.6;
  private static final double LINE_HEIGHT = 1.2;
  private static final double SMALLEST = 5;
  private static final double LARGEST = 7;
  private static final double SIDE_MM = 1;

  /** A narrower label can't hold half a serial number in the smallest size. */
  static final double NARROWEST_MM = widthMm(Label.HALF_LENGTH, SMALLEST) + 2 * SIDE_MM;

  /** The largest text that fits a label of this width. */
  static TextBlock in(double labelWidthMm) {
    double room = labelWidthMm - 2 * SIDE_MM;
    int lines = widthMm(Label.GROUPED_LENGTH, SMALLEST) <= room ? 1 : 2;
    int longest = lines == 1 ? Label.GROUPED_LENGTH : Label.HALF_LENGTH;
    double size = Math.min(LARGEST, room / widthMm(longest, 1));
    return new TextBlock(lines, size, (int) (room / widthMm(1, size)));
  }

  static double widthMm(int characters, double size) {
    return characters * CHARACTER_WIDTH * size * MM_PER_POINT;
  }

  double lineMm() {
    return LINE_HEIGHT * size * MM_PER_POINT;
  }

  double heightMm() {
    return (serialLines + 1) * lineMm();
  }

  /** The serial number as it is broken into lines. */
  List<String> serial(Label label) {
    String grouped = label.groupedSerial();
    return serialLines == 1
        ? List.of(grouped)
        : List.of(
            grouped.substring(0, Label.HALF_LENGTH), grouped.substring(Label.HALF_LENGTH + 1));
  }

  String caption(Label label) {
    return PrintableText.of(label.caption(), captionLength);
  }
}
