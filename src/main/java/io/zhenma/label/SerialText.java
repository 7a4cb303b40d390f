package io.zhenma.label;

/** A serial number as people read it: in groups of five, one or several to a line. */
final class SerialText {
  /** Groups of a serial number of this product. */
  static final int GROUPS = 4;

  private static final int GROUP = 5;

  /**
   * Width kept for a character, in sizes: what hardly any twenty random ones exceed on average. A
   * line that does is set a little smaller.
   */
  private static final double CHARACTER = 0.72;

  private static final double SPACE = 0.28;

  private SerialText() {}

  /** Width kept for so many groups on a line. */
  static double widthMm(int groups, double sizePt) {
    return (groups * GROUP * CHARACTER + (groups - 1) * SPACE) * sizePt * Dots.MM_PER_POINT;
  }

  /**
   * One line of several.
   *
   * @param serial of any length; a serial number of this product has 20 characters
   */
  static String line(String serial, int part, int parts) {
    int groups = (serial.length() + GROUP - 1) / GROUP;
    int first = groups * part / parts;
    int last = groups * (part + 1) / parts;
    StringBuilder text = new StringBuilder();
    for (int group = first; group < last; group++) {
      int from = group * GROUP;
      text.append(group == first ? "" : " ")
          .append(serial, from, Math.min(serial.length(), from + GROUP));
    }
    return text.toString();
  }
}
