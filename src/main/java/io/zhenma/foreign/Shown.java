package io.zhenma.foreign;

/** Foreign text made safe to store and show: cut, and without what can't be seen. */
final class Shown {
  private static final char REPLACEMENT = '\uFFFD';

  private Shown() {}

  /** At most {@code longest} UTF-16 units, never half a character. */
  static String of(String text, int longest) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      int safe = isShowable(character) ? character : REPLACEMENT;
      if (shown.length() + Character.charCount(safe) > longest) {
        break;
      }
      shown.appendCodePoint(safe);
    }
    return shown.toString();
  }

  private static boolean isShowable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
