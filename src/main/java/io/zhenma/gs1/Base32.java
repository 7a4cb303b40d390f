package io.zhenma.gs1;

import java.util.Arrays;

/**
 * Crockford's base 32: digits and upper-case letters without I, L, O and U, so that people can read
 * it aloud and type it. Source: Douglas Crockford, "Base 32", 2002.
 */
final class Base32 {
  /** Bits of a symbol. */
  static final int BITS = 5;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int value = 0; value < ALPHABET.length(); value++) {
      VALUES[ALPHABET.charAt(value)] = (byte) value;
    }
  }

  private Base32() {}

  static char symbol(int value) {
    return ALPHABET.charAt(value);
  }

  /** The value 0 to 31 of a symbol of the strict alphabet, or -1. */
  static int value(char symbol) {
    return symbol < VALUES.length ? VALUES[symbol] : -1;
  }

  /** What a person may have meant: upper case, I and L as 1, O as 0. */
  static char forgive(char typed) {
    char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
    return switch (upper) {
      case 'I', 'L' -> '1';
      case 'O' -> '0';
      default -> upper;
    };
  }
}
