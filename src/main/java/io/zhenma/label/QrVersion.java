package io.zhenma.label;

/**
 * A size of symbol: 1 to 40, of 21 to 177 modules (ISO/IEC 18004, 6.3.1), and how many codewords it
 * holds at each level (tables 1 and 9).
 */
final class QrVersion {
  /** Versions that share the lengths of the character count indicators (table 3). */
  enum Range {
    TO_9(9),
    TO_26(26),
    TO_40(40);

    private final int last;

    Range(int last) {
      this.last = last;
    }

    /** The first version of the range. */
    int first() {
      return this == TO_9 ? 1 : values()[ordinal() - 1].last + 1;
    }

    int last() {
      return last;
    }
  }

  static final int HIGHEST = 40;

  /** Error correction codewords of each block, for L, M, Q and H (table 9). */
  private static final String[] CORRECTING = {
    "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28"
        + " 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30",
    "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26"
        + " 26 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28",
    "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30"
        + " 28 30 30 30 30 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30",
    "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28"
        + " 30 24 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30"
  };

  /** Blocks, for L, M, Q and H (table 9). */
  private static final String[] BLOCKS = {
    "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8"
        + " 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
    "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16"
        + " 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49",
    "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20"
        + " 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68",
    "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25"
        + " 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81"
  };

  private static final int[][] CORRECTING_A_BLOCK = table(CORRECTING);
  private static final int[][] BLOCK_COUNTS = table(BLOCKS);

  private QrVersion() {}

  /** Modules on a side, without quiet zone. */
  static int size(int version) {
    return 17 + 4 * version;
  }

  /** Codewords of data and of error correction together. */
  static int codewords(int version) {
    int modules = (16 * version + 128) * version + 64;
    if (version >= 2) {
      int alignments = alignments(version);
      modules -= (25 * alignments - 10) * alignments - 55;
    }
    return (version >= 7 ? modules - 36 : modules) / 8;
  }

  static int correctingABlock(int version, ErrorCorrection level) {
    return CORRECTING_A_BLOCK[level.ordinal()][version - 1];
  }

  static int blocks(int version, ErrorCorrection level) {
    return BLOCK_COUNTS[level.ordinal()][version - 1];
  }

  /** Codewords left for data. */
  static int dataCodewords(int version, ErrorCorrection level) {
    return codewords(version) - correctingABlock(version, level) * blocks(version, level);
  }

  /**
   * The smallest version of the range that holds so many bits, or 0 when none does.
   *
   * @param bits of all segments, without terminator
   */
  static int smallest(int bits, ErrorCorrection level, Range range) {
    for (int version = range.first(); version <= range.last(); version++) {
      if (bits <= 8 * dataCodewords(version, level)) {
        return version;
      }
    }
    return 0;
  }

  /**
   * Rows and columns of the centres of the alignment patterns (annex E): evenly spaced from the far
   * edge, the first one at 6.
   */
  static int[] alignmentCentres(int version) {
    if (version == 1) {
      return new int[0];
    }
    int count = alignments(version);
    int span = size(version) - 13;
    int step = version == 32 ? 26 : (span + 2 * count - 3) / (2 * count - 2) * 2;
    int[] centres = new int[count];
    centres[0] = 6;
    for (int i = 1; i < count; i++) {
      centres[i] = size(version) - 7 - (count - 1 - i) * step;
    }
    return centres;
  }

  private static int alignments(int version) {
    return version / 7 + 2;
  }

  private static int[][] table(String[] rows) {
    int[][] table = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      table[i] = java.util.Arrays.stream(rows[i].split(" ")).mapToInt(Integer::parseInt).toArray();
    }
    return table;
  }
}
