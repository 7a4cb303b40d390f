package io.zhenma.csv;

import io.zhenma.gs1.Unseen;

/**
 * Text as a spreadsheet shows it and never calculates it. A formula begins with one of a few signs;
 * an apostrophe before it makes it text. A cell begins at the start of the value, and behind
 * whatever some spreadsheet takes for a separator, since the reader's settings decide that.
 *
 * <p>Source: OWASP, CSV Injection.
 */
public final class HarmlessCell {
  /** In half and full width. */
  private static final String FORMULA_STARTS =
      "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66";

  private static final String SEPARATORS =
      ",;|:\"'\t\r\n\uFF0C\uFF1B\uFF5C\u3001\u2028\u2029\u0085";

  private HarmlessCell() {}

  public static String of(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2);
    boolean starts = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (starts && FORMULA_STARTS.indexOf(c) >= 0) {
        text.append('\'');
      }
      text.append(c);
      starts = SEPARATORS.indexOf(c) >= 0 || (starts && (Unseen.isGap(c) || Unseen.is(c)));
    }
    return text.toString();
  }
}
