package io.zhenma.label;

import java.text.Normalizer;

/** Cuts a text down to what a font can print. */
final class PrintableText {
  /** Far beyond any label's width: keeps a careless megabyte from being normalised. */
  private static final int LONGEST_LOOKED_AT = 256;

  private PrintableText() {}

  /** Wide forms become narrow, runs of blanks and control characters one space; trimmed. */
  static String normalised(String text) {
    if (isPlain(text)) {
      return text;
    }
    String looked = text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT));
    return Normalizer.normalize(looked, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u00a0\\p{Cc}\\p{Cs}]+", " ")
        .strip();
  }

  private static boolean isPlain(String text) {
    if (text.length() > LONGEST_LOOKED_AT) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '!' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  static boolean isWithin(String normalised, LabelFont font) {
    return normalised.codePoints().allMatch(font::has);
  }

  /**
   * What the font has of a normalised text. A letter that it has only without its accent is printed
   * without.
   */
  static String of(String normalised, LabelFont font) {
    if (isWithin(normalised, font)) {
      return normalised;
    }
    StringBuilder kept = new StringBuilder();
    normalised.codePoints().forEach(codePoint -> append(kept, codePoint, font));
    return kept.toString().replaceAll(" +", " ").strip();
  }

  /** What {@link #of} leaves out without a letter in its place, each character once. */
  static String missing(String normalised, LabelFont font) {
    StringBuilder missing = new StringBuilder();
    normalised
        .codePoints()
        .distinct()
        .filter(codePoint -> of(Character.toString(codePoint), font).isEmpty())
        .filter(codePoint -> codePoint != ' ')
        .forEach(missing::appendCodePoint);
    return missing.toString();
  }

  private static void append(StringBuilder kept, int codePoint, LabelFont font) {
    if (font.has(codePoint)) {
      kept.appendCodePoint(codePoint);
    } else {
      Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
          .codePoints()
          .filter(font::has)
          .forEach(kept::appendCodePoint);
    }
  }
}
