package io.zhenma.label;

/**
 * The part of a symbol that depends on version, level and mask alone: finder, timing and alignment
 * patterns, format and version information (ISO/IEC 18004, 6.3, 7.9 and 7.10).
 */
final class QrFunctionPatterns {
  private static final int FORMAT_GENERATOR = 0x537;
  private static final int FORMAT_MASK = 0x5412;
  private static final int VERSION_GENERATOR = 0x1f25;

  private final int version;
  private final int size;

  /** Which modules these patterns take. */
  private final ModuleGrid taken;

  private final ModuleGrid dark;

  QrFunctionPatterns(int version) {
    this.version = version;
    this.size = QrVersion.size(version);
    this.taken = new ModuleGrid(size);
    this.dark = new ModuleGrid(size);
    drawTiming();
    drawFinder(3, 3);
    drawFinder(size - 4, 3);
    drawFinder(3, size - 4);
    drawAlignments();
    drawFormat(0);
    drawVersion();
  }

  boolean isTaken(int column, int row) {
    return taken.isDark(column, row);
  }

  /** All patterns with the format information of this level and mask. */
  ModuleGrid with(ErrorCorrection level, int mask) {
    drawFormat(level.indicator() << 3 | mask);
    return dark.copy();
  }

  private void set(int column, int row, boolean isDark) {
    taken.set(column, row, true);
    dark.set(column, row, isDark);
  }

  private void drawTiming() {
    for (int i = 0; i < size; i++) {
      set(6, i, i % 2 == 0);
      set(i, 6, i % 2 == 0);
    }
  }

  /** Rings around a centre, with the light separator as the outermost. */
  private void drawFinder(int column, int row) {
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        int ring = Math.max(Math.abs(dx), Math.abs(dy));
        int x = column + dx;
        int y = row + dy;
        if (x >= 0 && x < size && y >= 0 && y < size) {
          set(x, y, ring != 2 && ring != 4);
        }
      }
    }
  }

  private void drawAlignments() {
    int[] centres = QrVersion.alignmentCentres(version);
    int last = centres.length - 1;
    for (int i = 0; i <= last; i++) {
      for (int j = 0; j <= last; j++) {
        boolean underFinder = (i == 0 && (j == 0 || j == last)) || (i == last && j == 0);
        if (!underFinder) {
          drawAlignment(centres[i], centres[j]);
        }
      }
    }
  }

  private void drawAlignment(int column, int row) {
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        set(column + dx, row + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
      }
    }
  }

  /** Fifteen bits, twice: beside the first finder, and divided between the other two (7.9.1). */
  private void drawFormat(int format) {
    int bits = (format << 10 | remainder(format, 10, FORMAT_GENERATOR)) ^ FORMAT_MASK;
    for (int i = 0; i < 15; i++) {
      boolean bit = (bits >>> i & 1) == 1;
      if (i < 6) {
        set(8, i, bit);
      } else if (i < 8) {
        set(8, i + 1, bit);
      } else if (i == 8) {
        set(7, 8, bit);
      } else {
        set(14 - i, 8, bit);
      }
      if (i < 8) {
        set(size - 1 - i, 8, bit);
      } else {
        set(8, size - 15 + i, bit);
      }
    }
    set(8, size - 8, true);
  }

  /** Eighteen bits, twice, from version 7 on (7.10). */
  private void drawVersion() {
    if (version < 7) {
      return;
    }
    int bits = version << 12 | remainder(version, 12, VERSION_GENERATOR);
    for (int i = 0; i < 18; i++) {
      boolean bit = (bits >>> i & 1) == 1;
      set(size - 11 + i % 3, i / 3, bit);
      set(i / 3, size - 11 + i % 3, bit);
    }
  }

  /** Of a value times x^degree by a generator of that degree, over GF(2) (annexes C and D). */
  private static int remainder(int value, int degree, int generator) {
    int remainder = value;
    for (int i = 0; i < degree; i++) {
      remainder = remainder << 1 ^ (remainder >>> (degree - 1)) * generator;
    }
    return remainder;
  }
}
