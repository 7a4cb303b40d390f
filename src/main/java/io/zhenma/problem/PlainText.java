package io.zhenma.problem;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which signs belong into text that people read. Those that nobody can see, that turn the direction
 * of the text around them, or that no font knows can make one name look like another. Joiners stay
 * where Arabic, Indic and similar scripts or emoji need them, variation selectors where they choose
 * a form.
 */
public final class PlainText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int KEYCAP = 0x20E3;

  /** Stands where bytes were no text: what was meant is lost. */
  private static final int REPLACEMENT = 0xFFFD;

  /** Marks on one letter; more run into the lines around. Tibetan has up to six. */
  private static final int MOST_MARKS = 8;

  /** Blank like a space, but of categories that promise a shape. */
  private static final Set<Integer> BLANK =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x1D159);

  /** Scripts in which no joiner changes a shape. */
  private static final Set<UnicodeScript> NEVER_JOINED =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.HEBREW,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);

  private PlainText() {}

  /** In Unicode's composed form (NFC), without blanks of any kind at its ends. */
  static String trimmed(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The first sign that does not belong there, as {@code U+202E RIGHT-TO-LEFT OVERRIDE}. */
  static Optional<String> unwelcome(String text) {
    int[] signs = text.codePoints().toArray();
    for (int i = 0; i < signs.length; i++) {
      if (!belongs(signs, i)) {
        return Optional.of(name(signs[i]));
      }
    }
    return Optional.empty();
  }

  /**
   * Without what nobody can see and with line feeds alone. For texts of people who can't be asked
   * again, such as consumers who paste.
   */
  public static String readable(String typed) {
    int[] signs = Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().toArray();
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < signs.length; i++) {
      boolean control = Character.getType(signs[i]) == Character.CONTROL;
      if (control || Character.getType(signs[i]) == Character.SURROGATE || belongs(signs, i)) {
        kept.appendCodePoint(signs[i]);
      }
    }
    return kept.toString();
  }

  /** Whether anything in it leaves ink. */
  static boolean isVisible(String text) {
    return text.codePoints().anyMatch(sign -> !isSpace(sign) && !isMark(sign));
  }

  private static boolean belongs(int[] signs, int at) {
    int sign = signs[at];
    if (sign == ZERO_WIDTH_JOINER || sign == ZERO_WIDTH_NON_JOINER) {
      return at > 0 && at + 1 < signs.length && joins(sign, signs[at - 1], signs[at + 1]);
    }
    if (isSelector(sign)) {
      return at > 0 && selects(sign, signs[at - 1], at + 1 < signs.length ? signs[at + 1] : 0);
    }
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> sign != REPLACEMENT && !BLANK.contains(sign) && !isOneMarkTooMany(signs, at);
    };
  }

  private static boolean isOneMarkTooMany(int[] signs, int at) {
    int marks = 0;
    while (marks <= MOST_MARKS && at >= marks && isMark(signs[at - marks])) {
      marks++;
    }
    return marks > MOST_MARKS;
  }

  private static boolean joins(int joiner, int before, int after) {
    boolean emoji = joiner == ZERO_WIDTH_JOINER && isPictured(before) && isPictured(after);
    return emoji || (isJoined(before) && isJoined(after));
  }

  private static boolean isJoined(int sign) {
    return (Character.isLetter(sign) || isMark(sign))
        && !NEVER_JOINED.contains(UnicodeScript.of(sign));
  }

  /** A symbol, the tone of a skin or the choice of a coloured form, as parts of emoji are. */
  private static boolean isPictured(int sign) {
    int type = Character.getType(sign);
    return type == Character.OTHER_SYMBOL
        || type == Character.MATH_SYMBOL
        || (sign >= 0x1F3FB && sign <= 0x1F3FF)
        || sign == 0xFE0F;
  }

  private static boolean isSelector(int sign) {
    return (sign >= 0xFE00 && sign <= 0xFE0F)
        || (sign >= 0xE0100 && sign <= 0xE01EF)
        || (sign >= 0x180B && sign <= 0x180F && sign != 0x180E);
  }

  /** Forms of emoji, of ideographs and of Mongolian letters are chosen so. */
  private static boolean selects(int selector, int base, int after) {
    if (selector == 0xFE0E || selector == 0xFE0F) {
      boolean key = (base >= '0' && base <= '9') || base == '#' || base == '*';
      return key ? after == KEYCAP : isShownAsEmoji(base);
    }
    return selector < 0x1810
        ? UnicodeScript.of(base) == UnicodeScript.MONGOLIAN
        : Character.isIdeographic(base);
  }

  private static boolean isShownAsEmoji(int base) {
    return switch (Character.getType(base)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL -> true;
      default -> base == 0x203C || base == 0x2049 || base == 0x3030 || base == 0x303D;
    };
  }

  private static boolean isSpace(int sign) {
    return Character.isSpaceChar(sign) || Character.isWhitespace(sign);
  }

  private static boolean isMark(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static String name(int sign) {
    String name = Character.getName(sign);
    return String.format(Locale.ROOT, "U+%04X", sign) + (name == null ? "" : " " + name);
  }
}
