package io.zhenma.problem;

import java.time.LocalDate;

/** Rules that fields of several features share; each returns the value it lets through. */
public final class FieldRule {
  private FieldRule() {}

  /**
   * Text as people write it, in any script, composed (NFC), without blanks at its ends: 1 to {@code
   * longest} characters (UTF-16 units), of which one at least leaves ink, and none that {@link
   * PlainText} refuses.
   */
  public static String plainText(String field, String value, int longest) {
    String text = PlainText.trimmed(value);
    if (text.length() > longest || !PlainText.isVisible(text)) {
      throw ProblemException.field(field, "length", 1, longest);
    }
    PlainText.unwelcome(text)
        .ifPresent(
            sign -> {
              throw ProblemException.field(field, "text", sign);
            });
    return text;
  }

  /** The same for text of several lines; they end in a line feed. */
  public static String lines(String field, String value, int longest) {
    String text = PlainText.trimmed(value.replace("\r\n", "\n"));
    plainText(field, text.replace('\n', ' '), longest);
    return text;
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
