package io.zhenma.label;

/** A square of light and dark modules, each row in as many 64-bit words as it needs. */
final class ModuleGrid {
  private final int size;
  private final int wordsARow;
  private final long[] words;

  ModuleGrid(int size) {
    this(size, new long[size * wordsARow(size)]);
  }

  private ModuleGrid(int size, long[] words) {
    this.size = size;
    this.wordsARow = wordsARow(size);
    this.words = words;
  }

  private static int wordsARow(int size) {
    return (size + 63) >> 6;
  }

  ModuleGrid copy() {
    return new ModuleGrid(size, words.clone());
  }

  int size() {
    return size;
  }

  int wordsARow() {
    return wordsARow;
  }

  /** Row by row; in a word, the lowest bit is the leftmost module. */
  long[] words() {
    return words;
  }

  boolean isDark(int column, int row) {
    return (words[row * wordsARow + (column >> 6)] >>> column & 1) == 1;
  }

  void set(int column, int row, boolean dark) {
    int word = row * wordsARow + (column >> 6);
    long bit = 1L << column;
    words[word] = dark ? words[word] | bit : words[word] & ~bit;
  }

  /** The first column from {@code from} on whose module is dark, or {@link #size()}. */
  int nextDark(int from, int row) {
    return next(from, row, 0);
  }

  /** The first column from {@code from} on whose module is light, or {@link #size()}. */
  int nextLight(int from, int row) {
    return next(from, row, -1L);
  }

  private int next(int from, int row, long inverted) {
    int column = from;
    while (column < size) {
      long rest = (words[row * wordsARow + (column >> 6)] ^ inverted) >>> column;
      if (rest != 0) {
        return Math.min(size, column + Long.numberOfTrailingZeros(rest));
      }
      column = (column | 63) + 1;
    }
    return size;
  }

  /** Every module that is dark in exactly one of the two. */
  static ModuleGrid difference(ModuleGrid one, ModuleGrid other) {
    long[] words = one.words.clone();
    for (int i = 0; i < words.length; i++) {
      words[i] ^= other.words[i];
    }
    return new ModuleGrid(one.size, words);
  }
}
