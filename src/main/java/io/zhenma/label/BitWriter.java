package io.zhenma.label;

/** Collects bits, the highest first, into bytes; up to 32 at once go through a 64-bit word. */
final class BitWriter {
  private final byte[] bytes;
  private int filled;
  private long pending;
  private int pendingBits;

  /**
   * Room for the result.
   *
   * @param bytes gets it from the start; must be long enough
   */
  BitWriter(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Appends the lowest {@code count} bits of a value, which has no higher ones; 1 to 32. */
  void append(int value, int count) {
    pending = pending << count | value;
    pendingBits += count;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[filled++] = (byte) (pending >>> pendingBits);
    }
  }

  /** Fills the last byte with zeros; returns the number of bytes. */
  int finish() {
    if (pendingBits > 0) {
      append(0, 8 - pendingBits);
    }
    return filled;
  }
}
