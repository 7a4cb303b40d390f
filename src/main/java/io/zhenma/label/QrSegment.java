package io.zhenma.label;

/**
 * A run of characters written in one mode.
 *
 * @param from first character
 * @param to after the last
 */
record QrSegment(QrMode mode, int from, int to) {
  int length() {
    return to - from;
  }

  int bits(QrVersion.Range range) {
    return mode.bits(length(), range);
  }

  /** Appends mode indicator, character count and characters (ISO/IEC 18004, 7.4.3 to 7.4.5). */
  void write(String text, QrVersion.Range range, BitWriter out) {
    out.append(mode.indicator(), 4);
    out.append(length(), mode.countBits(range));
    switch (mode) {
      case NUMERIC -> writeDigits(text, out);
      case ALPHANUMERIC -> writePairs(text, out);
      case BYTE -> writeBytes(text, out);
    }
  }

  /** Three digits in 10 bits; a rest of two in 7, of one in 4. */
  private void writeDigits(String text, BitWriter out) {
    int i = from;
    for (; i + 3 <= to; i += 3) {
      out.append(
          (text.charAt(i) - '0') * 100 + (text.charAt(i + 1) - '0') * 10 + text.charAt(i + 2) - '0',
          10);
    }
    if (to - i == 2) {
      out.append((text.charAt(i) - '0') * 10 + text.charAt(i + 1) - '0', 7);
    } else if (to - i == 1) {
      out.append(text.charAt(i) - '0', 4);
    }
  }

  /** Two characters in 11 bits; a last one in 6. */
  private void writePairs(String text, BitWriter out) {
    int i = from;
    for (; i + 2 <= to; i += 2) {
      out.append(QrMode.value(text.charAt(i)) * 45 + QrMode.value(text.charAt(i + 1)), 11);
    }
    if (i < to) {
      out.append(QrMode.value(text.charAt(i)), 6);
    }
  }

  private void writeBytes(String text, BitWriter out) {
    for (int i = from; i < to; i++) {
      out.append(text.charAt(i), 8);
    }
  }
}
