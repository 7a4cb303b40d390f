package io.zhenma.crypto;

/**
 * How the 59 bits of a code's content and 36 bits of redundancy lie in the two halves of a serial
 * number: the first nine digits hold the upper 45 bits, the other ten digits the 50 below.
 */
final class SerialBits {
  private static final int REDUNDANCY_BITS = 36;
  private static final int LOW_BITS = 50;
  private static final int CONTENT_BITS_IN_LOW = LOW_BITS - REDUNDANCY_BITS;
  private static final long REDUNDANCY = (1L << REDUNDANCY_BITS) - 1;

  private SerialBits() {}

  static long high(long content) {
    return content >>> CONTENT_BITS_IN_LOW;
  }

  static long low(long content) {
    return (content & ((1L << CONTENT_BITS_IN_LOW) - 1)) << REDUNDANCY_BITS;
  }

  /** Whether the redundancy came out as it went in: zero. */
  static boolean isGenuine(long low) {
    return (low & REDUNDANCY) == 0;
  }

  static long content(long high, long low) {
    return (high << CONTENT_BITS_IN_LOW) | (low >>> REDUNDANCY_BITS);
  }
}
