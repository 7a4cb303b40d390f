package io.zhenma.label;

/**
 * The penalty of a masked symbol (ISO/IEC 18004, 7.8.3.1), on whole rows of modules at once: a bit
 * of each intermediate word says whether the feature begins at that module, and the features are
 * counted by counting bits.
 */
final class MaskPenalty {
  private static final int RUN = 3;
  private static final int BLOCK = 3;
  private static final int FINDER_LIKE = 40;
  private static final int BALANCE = 10;

  private final long[] words;
  private final int size;
  private final int wordsARow;

  private MaskPenalty(ModuleGrid grid) {
    this.words = grid.words();
    this.size = grid.size();
    this.wordsARow = grid.wordsARow();
  }

  static int of(ModuleGrid grid) {
    MaskPenalty penalty = new MaskPenalty(grid);
    return penalty.alongRows() + penalty.downColumns() + penalty.balance();
  }

  /** Bits of the columns of word {@code j} that are no farther right than {@code last}. */
  private static long upTo(int last, int j) {
    int columns = last + 1 - (j << 6);
    return columns <= 0 ? 0 : columns >= 64 ? -1L : (1L << columns) - 1;
  }

  private int alongRows() {
    int runs = 0;
    int finders = 0;
    for (int row = 0; row < size; row++) {
      long windowsBefore = 0;
      long lightBefore = 0;
      for (int j = 0; j < wordsARow; j++) {
        int i = row * wordsARow + j;
        long a = words[i];
        long next = j + 1 < wordsARow ? words[i + 1] : 0;
        long b = a >>> 1 | next << 63;
        long c = a >>> 2 | next << 62;
        long d = a >>> 3 | next << 61;
        long e = a >>> 4 | next << 60;
        long f = a >>> 5 | next << 59;
        long g = a >>> 6 | next << 58;
        long windows = (a & b & c & d & e | ~(a | b | c | d | e)) & upTo(size - 5, j);
        runs += run(windows, windows << 1 | windowsBefore >>> 63);
        windowsBefore = windows;
        long light = ~(a | b | c | d);
        long h = a >>> 7 | next << 57;
        long k = a >>> 10 | next << 54;
        long after = ~(h | a >>> 8 | next << 56 | a >>> 9 | next << 55 | k) & upTo(size - 11, j);
        long before = light << 4 | lightBefore >>> 60;
        lightBefore = light;
        finders +=
            Long.bitCount(a & ~b & c & d & e & ~f & g & (after | before) & upTo(size - 7, j));
      }
    }
    return runs + FINDER_LIKE * finders;
  }

  private int downColumns() {
    int runs = 0;
    int blocks = 0;
    int finders = 0;
    for (int j = 0; j < wordsARow; j++) {
      long columns = upTo(size - 1, j);
      long blockColumns = upTo(size - 2, j);
      long windowsBefore = 0;
      for (int row = 0; row + 1 < size; row++) {
        long a = at(row, j);
        long b = at(row + 1, j);
        long right = a >>> 1 | at(row, j + 1) << 63;
        long below = b >>> 1 | at(row + 1, j + 1) << 63;
        blocks += Long.bitCount((a & b & right & below | ~(a | b | right | below)) & blockColumns);
        if (row + 5 > size) {
          continue;
        }
        long c = at(row + 2, j);
        long d = at(row + 3, j);
        long e = at(row + 4, j);
        long windows = (a & b & c & d & e | ~(a | b | c | d | e)) & columns;
        runs += run(windows, windowsBefore);
        windowsBefore = windows;
        if (row + 7 <= size) {
          long like = a & ~b & c & d & e & ~at(row + 5, j) & at(row + 6, j) & columns;
          if (like != 0) {
            finders += Long.bitCount(like & (lightFrom(row + 7, j) | lightFrom(row - 4, j)));
          }
        }
      }
    }
    return runs + BLOCK * blocks + FINDER_LIKE * finders;
  }

  /** Where four modules from this row down are light and inside the symbol. */
  private long lightFrom(int row, int j) {
    return row < 0 || row + 4 > size
        ? 0
        : ~(at(row, j) | at(row + 1, j) | at(row + 2, j) | at(row + 3, j));
  }

  private long at(int row, int j) {
    return j < wordsARow ? words[row * wordsARow + j] : 0;
  }

  /**
   * A run of five costs 3, each further module 1: one for each window of five alike modules, and
   * two more for each window that no other overlaps one module earlier.
   */
  private static int run(long windows, long oneEarlier) {
    return Long.bitCount(windows) + (RUN - 1) * Long.bitCount(windows & ~oneEarlier);
  }

  /** For each full 5 % that dark modules are off one half. */
  private int balance() {
    int dark = 0;
    for (long word : words) {
      dark += Long.bitCount(word);
    }
    int all = size * size;
    return BALANCE * (Math.abs(2 * dark - all) * 10 / all);
  }
}
