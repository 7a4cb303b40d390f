package io.zhenma.gs1;

import java.util.Locale;

/**
 * A batch or lot number (AI 10): one to twenty characters of GS1's encodable character set 82.
 *
 * <p>Source: GS1 General Specifications, sections 3.4.1 (AI 10) and 7.11, figure 7.11-1.
 */
public record Lot(String value) {
  private static final int LONGEST = 20;
  private static final int MOST_ESCAPED = 4;
  private static final String MARKS = "!\"%&'()*+,-./_:;<=>?";
  private static final String UNRESERVED_MARKS = "-._~";

  public Lot {
    if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(Lot::isEncodable)) {
      throw new Gs1Exception(
          Gs1Error.LOT_SHAPE, "a lot has 1 to 20 characters of GS1's encodable character set 82");
    }
  }

  private static boolean isEncodable(int c) {
    return isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /**
   * Whether both are the same lot, however a link that others handled spells it: in either case,
   * escaped once more than it should be, with a mark behind it.
   */
  public boolean isSpelling(String lot) {
    return folded(value).equals(folded(lot));
  }

  private static String folded(String lot) {
    String upper = Escapes.decoded(lot, MOST_ESCAPED).toUpperCase(Locale.ROOT);
    String bare = upper.replaceAll("^[^0-9A-Z]+|[^0-9A-Z]+$", "");
    return bare.isEmpty() ? upper : bare;
  }

  /**
   * As a step of a link's path: everything but letters, digits and {@code - . _ ~} is
   * percent-encoded with capital digits (RFC 3986, sections 2.1 and 2.3).
   */
  String encoded() {
    StringBuilder text = new StringBuilder(LONGEST);
    for (char c : value.toCharArray()) {
      if (isLetterOrDigit(c) || UNRESERVED_MARKS.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return text.toString();
  }

  /**
   * Reads a step of a link's path.
   *
   * @throws Gs1Exception when it is no lot
   */
  static Lot decoded(String step) {
    StringBuilder text = new StringBuilder(LONGEST);
    for (int i = 0; i < step.length(); i++) {
      char c = step.charAt(i);
      if (c == '%') {
        text.append(octet(step, i));
        i += 2;
      } else {
        text.append(c);
      }
    }
    return new Lot(text.toString());
  }

  private static char octet(String step, int at) {
    int octet = Escapes.octet(step, at);
    if (octet < 0) {
      throw new Gs1Exception(
          Gs1Error.LOT_SHAPE, "a percent sign needs two hexadecimal digits after it");
    }
    return (char) octet;
  }

  @Override
  public String toString() {
    return value;
  }
}
