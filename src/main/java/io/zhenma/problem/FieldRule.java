package io.zhenma.problem;

import java.time.LocalDate;

/** Rules that fields of several features share; each returns the value it lets through. */
public final class FieldRule {
  private FieldRule() {}

  /**
   * Text as people write it: any script, stripped, 1 to {@code longest} characters (UTF-16 units),
   * no control characters, no half of a surrogate pair.
   */
  public static String plainText(String field, String value, int longest) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > longest) {
      throw ProblemException.field(field, "length", 1, longest);
    }
    if (text.codePoints().anyMatch(FieldRule::isNoText)) {
      throw ProblemException.field(field, "text");
    }
    return text;
  }

  /** The same for text of several lines; they end in a line feed. */
  public static String lines(String field, String value, int longest) {
    String text = value.replace("\r\n", "\n").strip();
    plainText(field, text.replace('\n', ' '), longest);
    return text;
  }

  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  public static long range(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw ProblemException.field(field, "range", least, most);
    }
    return value;
  }

  public static LocalDate between(String field, LocalDate value, LocalDate first, LocalDate last) {
    if (value.isBefore(first) || value.isAfter(last)) {
      throw ProblemException.field(field, "date", first.toString(), last.toString());
    }
    return value;
  }
}
