package io.zhenma.gs1;

/**
 * The serial number at the head of a text to which others may have added something. Groups may be
 * apart by blanks or dashes, if all are of one length and short: otherwise a word behind a serial
 * number that was cut could be taken for its end.
 */
final class SerialText {
  private static final int LONGEST_GROUP = 5;

  private SerialText() {}

  /**
   * @param text decoded, of narrow characters
   * @throws Gs1Exception when it does not begin with a serial number, or goes on where that ends
   */
  static SerialNumber read(String text) {
    StringBuilder plain = new StringBuilder(SerialNumber.LENGTH);
    int group = 0;
    int run = 0;
    int at = first(text);
    for (; at < text.length() && plain.length() < SerialNumber.LENGTH; at++) {
      char c = text.charAt(at);
      if (isSymbol(c)) {
        plain.append(c);
        run++;
      } else if (isGap(c)) {
        group = run == 0 ? group : group(group, run);
        run = 0;
      } else {
        break;
      }
    }
    if (plain.length() == SerialNumber.LENGTH) {
      requireEnd(text, at);
      if (group > 0) {
        group(group, run);
      }
    }
    return SerialNumber.parse(plain.toString());
  }

  private static int first(String text) {
    int at = 0;
    while (at < text.length() && !isSymbol(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int group(int before, int run) {
    if (run > LONGEST_GROUP || (before != 0 && before != run)) {
      throw new Gs1Exception(
          Gs1Error.SERIAL_LENGTH, "the groups of a serial number are short and of one length");
    }
    return run;
  }

  private static void requireEnd(String text, int at) {
    if (at < text.length() && isSymbol(text.charAt(at))) {
      throw new Gs1Exception(Gs1Error.SERIAL_LENGTH, "a serial number has 20 characters");
    }
  }

  private static boolean isSymbol(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Blanks, dashes, and the plus sign that forms write for a blank. */
  private static boolean isGap(char c) {
    return c == '-'
        || c == '+'
        || (c >= '\u2010' && c <= '\u2015')
        || c == '\u2212'
        || Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
  }
}
