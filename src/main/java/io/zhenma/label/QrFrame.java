package io.zhenma.label;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * All of a symbol that its text does not change, computed once for each version and level: the
 * function patterns with the data mask laid over the rest, for all eight masks, and the place of
 * every bit of every codeword. A symbol is then its codewords' bits flipped into a frame.
 */
final class QrFrame {
  static final int MASKS = 8;

  private static final AtomicReferenceArray<QrFrame> FRAMES =
      new AtomicReferenceArray<>((QrVersion.HIGHEST + 1) * ErrorCorrection.values().length);

  private final int size;
  private final int[] places;
  private final ModuleGrid[] masked = new ModuleGrid[MASKS];

  private QrFrame(int version, ErrorCorrection level) {
    QrFunctionPatterns patterns = new QrFunctionPatterns(version);
    this.size = QrVersion.size(version);
    this.places = places(patterns, version, level);
    for (int mask = 0; mask < MASKS; mask++) {
      masked[mask] = laidOver(patterns, patterns.with(level, mask), mask);
    }
  }

  /** Shared, and the same for all threads. */
  static QrFrame of(int version, ErrorCorrection level) {
    int index = version * ErrorCorrection.values().length + level.ordinal();
    QrFrame known = FRAMES.get(index);
    if (known == null) {
      known = new QrFrame(version, level);
      FRAMES.set(index, known);
    }
    return known;
  }

  /** The frame with a mask; not to be changed. */
  ModuleGrid masked(int mask) {
    return masked[mask];
  }

  /** Flips the modules of all bits that are 1; codewords in the order of {@link QrCodewords}. */
  void flip(byte[] codewords, ModuleGrid grid) {
    long[] words = grid.words();
    int bit = 0;
    for (byte codeword : codewords) {
      for (int shift = 7; shift >= 0; shift--) {
        int place = places[bit++];
        words[place >> 6] ^= (long) (codeword >>> shift & 1) << place;
      }
    }
  }

  /**
   * Where each bit goes. The codewords come block by block, data before correction; the symbol
   * takes one of each block in turn (ISO/IEC 18004, 7.6).
   */
  private static int[] places(QrFunctionPatterns patterns, int version, ErrorCorrection level) {
    int[] inSymbol = zigzag(patterns, version);
    int[] order = interleaved(version, level);
    int[] places = new int[8 * order.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(inSymbol, 8 * i, places, 8 * order[i], 8);
    }
    return places;
  }

  /** For each codeword of the symbol, its number among the codewords block by block. */
  private static int[] interleaved(int version, ErrorCorrection level) {
    QrBlocks blocks = QrBlocks.of(version, level);
    int[] order = new int[QrVersion.codewords(version)];
    int next = 0;
    for (int i = 0; i <= blocks.shortData(); i++) {
      for (int block = 0; block < blocks.count(); block++) {
        if (i < blocks.data(block)) {
          order[next++] = blocks.start(block) + i;
        }
      }
    }
    for (int i = 0; i < blocks.correcting(); i++) {
      for (int block = 0; block < blocks.count(); block++) {
        order[next++] = blocks.start(block) + blocks.data(block) + i;
      }
    }
    return order;
  }

  /** Two columns at a time from the right, up and down in turn, past column 6 (7.7.3). */
  private static int[] zigzag(QrFunctionPatterns patterns, int version) {
    int size = QrVersion.size(version);
    int wordsARow = new ModuleGrid(size).wordsARow();
    int[] places = new int[8 * QrVersion.codewords(version)];
    int next = 0;
    boolean up = true;
    for (int right = size - 1; right > 0; right -= right == 8 ? 3 : 2) {
      for (int i = 0; i < size; i++) {
        int row = up ? size - 1 - i : i;
        for (int column = right; column > right - 2; column--) {
          if (!patterns.isTaken(column, row) && next < places.length) {
            places[next++] = row * wordsARow * 64 + column;
          }
        }
      }
      up = !up;
    }
    return places;
  }

  private ModuleGrid laidOver(QrFunctionPatterns patterns, ModuleGrid grid, int mask) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (!patterns.isTaken(column, row)) {
          grid.set(column, row, isMasked(mask, row, column));
        }
      }
    }
    return grid;
  }

  /** ISO/IEC 18004, table 10; i is the row, j the column. */
  private static boolean isMasked(int mask, int i, int j) {
    return switch (mask) {
      case 0 -> (i + j) % 2 == 0;
      case 1 -> i % 2 == 0;
      case 2 -> j % 3 == 0;
      case 3 -> (i + j) % 3 == 0;
      case 4 -> (i / 2 + j / 3) % 2 == 0;
      case 5 -> i * j % 2 + i * j % 3 == 0;
      case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
      default -> ((i + j) % 2 + i * j % 3) % 2 == 0;
    };
  }
}
