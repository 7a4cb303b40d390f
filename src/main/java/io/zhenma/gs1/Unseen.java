package io.zhenma.gs1;

/**
 * Characters of which nobody sees anything, and gaps. Applications, spreadsheets and input methods
 * put them around and into codes; lists, forms and links treat them in this one way.
 *
 * <p>Source: Unicode Standard, section 5.21 (Default_Ignorable_Code_Point) and general categories.
 */
public final class Unseen {
  private static final int BRAILLE_BLANK = 0x2800;
  private static final int[][] IGNORABLE = {
    {0x034F, 0x034F}, // combining grapheme joiner
    {0x115F, 0x1160}, // Hangul fillers
    {0x17B4, 0x17B5}, // Khmer inherent vowels
    {0x180B, 0x180F}, // Mongolian variation selectors
    {0x2065, 0x2065},
    {0x3164, 0x3164}, // Hangul filler
    {0xFE00, 0xFE0F}, // variation selectors
    {0xFFA0, 0xFFA0}, // half-width Hangul filler
    {0xFFF0, 0xFFF8},
    {0xE0000, 0xE0FFF} // tags, more variation selectors
  };

  private Unseen() {}

  /** Whether the character leaves no mark and no gap: control, format, filler, half of a pair. */
  public static boolean is(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isIgnorable(character);
    };
  }

  /** Whether the character is a gap of whatever width. */
  public static boolean isGap(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == BRAILLE_BLANK;
  }

  /** Whether the character turns what follows round, so that a person reads another text. */
  public static boolean turnsText(int character) {
    return character == 0x202B || character == 0x202E || character == 0x2067;
  }

  /**
   * The text without gaps and unseen characters at its ends. Those that turn the text round stay,
   * since without them it would be another than a person saw.
   */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isTrimmed(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (from < to && isTrimmed(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isTrimmed(int character) {
    return isGap(character) || (is(character) && !turnsText(character));
  }

  /** Whether there are unseen characters in the text; gaps are none. */
  public static boolean isWithin(String text) {
    return text.codePoints().anyMatch(Unseen::is);
  }

  private static boolean isIgnorable(int character) {
    for (int[] range : IGNORABLE) {
      if (character >= range[0] && character <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
