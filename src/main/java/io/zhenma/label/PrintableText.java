package io.zhenma.label;

import java.text.Normalizer;

/** Cuts a text down to what the standard PDF fonts can print: Latin-1. */
final class PrintableText {
  /** Far beyond any label's width: keeps a careless megabyte from being normalised. */
  private static final int LONGEST_LOOKED_AT = 256;

  private PrintableText() {}

  /**
   * Wide forms become narrow, letters that exist only with foreign accents lose them, and
   * everything else outside Latin-1 goes; runs of blanks become one space.
   *
   * @param most characters of the result, 0 or more
   * @return printable Latin-1, trimmed; empty when nothing is left
   */
  static String of(String text, int most) {
    String looked = text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT));
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(looked, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(codePoint -> append(kept, codePoint));
    String line = kept.toString().replaceAll("[ \\u00a0]+", " ").strip();
    return line.substring(0, Math.min(line.length(), most)).strip();
  }

  private static void append(StringBuilder kept, int codePoint) {
    if (isPrintable(codePoint)) {
      kept.append((char) codePoint);
    } else if (Character.isWhitespace(codePoint)) {
      kept.append(' ');
    } else {
      Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
          .codePoints()
          .filter(PrintableText::isPrintable)
          .forEach(base -> kept.append((char) base));
    }
  }

  private static boolean isPrintable(int c) {
    return (c >= ' ' && c <= '~') || (c >= 0xa0 && c <= 0xff && c != 0xad);
  }
}
