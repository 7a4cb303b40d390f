package io.zhenma.page;

import java.text.Bidi;
import java.util.regex.Pattern;

/** Names that others gave, as parts of our sentences. */
final class Name {
  /** The marks, embeddings, overrides and isolates of Unicode Standard Annex 9. */
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private Name() {}

  /**
   * A name in a script that is written from right to left keeps its direction to itself; signs that
   * turn the text around them, which names of earlier days may have, are left out.
   */
  static String isolated(String name) {
    String shown = DIRECTIONS.matcher(name).replaceAll("");
    return Bidi.requiresBidi(shown.toCharArray(), 0, shown.length())
        ? FIRST_STRONG_ISOLATE + shown + POP_DIRECTIONAL_ISOLATE
        : shown;
  }
}
