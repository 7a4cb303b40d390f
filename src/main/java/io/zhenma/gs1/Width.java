package io.zhenma.gs1;

/** Letters, digits and signs that an East Asian keyboard writes as wide as an ideograph. */
public final class Width {
  private static final char FIRST_WIDE = '\uFF01';
  private static final char LAST_WIDE = '\uFF5E';
  private static final int SHIFT = FIRST_WIDE - '!';

  private Width() {}

  /** The text with its full-width forms of ASCII as ASCII. Source: Unicode, block U+FF00. */
  public static String narrow(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_WIDE && c <= LAST_WIDE) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, (char) (c - SHIFT));
      }
    }
    return out == null ? text : out.toString();
  }
}
