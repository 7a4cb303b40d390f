package io.zhenma.label;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Bytes packed by deflate (RFC 1950), fast rather than small: the operators repeat themselves so
 * much that more effort gains little.
 *
 * @param bytes of which the first {@code length} count
 */
record Packed(byte[] bytes, int length) {
  private static final int LEVEL = 1;

  static Packed zlib(byte[] plain, int length) {
    return of(plain, length, new Deflater(LEVEL));
  }

  /** Smaller, for what is packed once. */
  static Packed small(byte[] plain, int length) {
    return of(plain, length, new Deflater(Deflater.BEST_COMPRESSION));
  }

  private static Packed of(byte[] plain, int length, Deflater deflater) {
    try {
      deflater.setInput(plain, 0, length);
      deflater.finish();
      byte[] packed = new byte[Math.max(64, length / 3)];
      int filled = 0;
      while (!deflater.finished()) {
        if (filled == packed.length) {
          packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        filled += deflater.deflate(packed, filled, packed.length - filled);
      }
      return new Packed(packed, filled);
    } finally {
      deflater.end();
    }
  }
}
