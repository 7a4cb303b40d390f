package io.zhenma.foreign;

import java.nio.ByteBuffer;

/**
 * The codes of a file so far, by their 128-bit hash, with the line of each: an open-addressing
 * table in two arrays, about 40 to 80 bytes a code. Not for several threads.
 */
final class SeenCodes {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] hashes = new long[2 * FIRST_SLOTS];
  private int[] lines = new int[FIRST_SLOTS];
  private int size;

  /**
   * Notes a code.
   *
   * @param line counted from 1
   * @return the line that had it before, or 0 when it is new
   */
  int put(byte[] hash, int line) {
    if (2 * size >= lines.length) {
      grow();
    }
    ByteBuffer bits = ByteBuffer.wrap(hash);
    int earlier = place(bits.getLong(), bits.getLong(), line);
    size += earlier == 0 ? 1 : 0;
    return earlier;
  }

  private int place(long high, long low, int line) {
    int mask = lines.length - 1;
    int slot = (int) high & mask;
    while (lines[slot] != 0) {
      if (hashes[2 * slot] == high && hashes[2 * slot + 1] == low) {
        return lines[slot];
      }
      slot = (slot + 1) & mask;
    }
    hashes[2 * slot] = high;
    hashes[2 * slot + 1] = low;
    lines[slot] = line;
    return 0;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldLines = lines;
    hashes = new long[2 * oldHashes.length];
    lines = new int[2 * oldLines.length];
    for (int slot = 0; slot < oldLines.length; slot++) {
      if (oldLines[slot] != 0) {
        place(oldHashes[2 * slot], oldHashes[2 * slot + 1], oldLines[slot]);
      }
    }
  }
}
