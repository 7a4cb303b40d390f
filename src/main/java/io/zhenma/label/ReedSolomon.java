package io.zhenma.label;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Error correction codewords: the remainder of the data, as a polynomial over GF(2^8), by the
 * generator whose roots are 2^0 to 2^(degree-1) (ISO/IEC 18004, 7.5.2 and annex A; field polynomial
 * x^8 + x^4 + x^3 + x^2 + 1).
 *
 * <p>The remainder is kept in four machine words. What a data byte adds to it is looked up whole,
 * so that a byte costs four exclusive ors whatever the degree.
 */
final class ReedSolomon {
  /** Longest remainder of any version, in bytes. */
  private static final int HIGHEST_DEGREE = 30;

  private static final int WORDS = 4;
  private static final int FIELD_POLYNOMIAL = 0x11d;
  private static final AtomicReferenceArray<ReedSolomon> BY_DEGREE =
      new AtomicReferenceArray<>(HIGHEST_DEGREE + 1);

  private final int degree;

  /** For each value of the leading byte, four words: generator times that value, left-aligned. */
  private final long[] products;

  private ReedSolomon(int degree) {
    this.degree = degree;
    this.products = products(generator(degree));
  }

  /** The one of this degree, 1 to 30; shared. */
  static ReedSolomon ofDegree(int degree) {
    ReedSolomon known = BY_DEGREE.get(degree);
    if (known == null) {
      known = new ReedSolomon(degree);
      BY_DEGREE.set(degree, known);
    }
    return known;
  }

  /** Writes the remainder of {@code length} bytes to {@code codewords} from {@code to} on. */
  void correct(byte[] codewords, int from, int length, int to) {
    long r0 = 0;
    long r1 = 0;
    long r2 = 0;
    long r3 = 0;
    for (int i = from; i < from + length; i++) {
      int row = ((codewords[i] & 0xff) ^ (int) (r0 >>> 56)) * WORDS;
      r0 = (r0 << 8 | r1 >>> 56) ^ products[row];
      r1 = (r1 << 8 | r2 >>> 56) ^ products[row + 1];
      r2 = (r2 << 8 | r3 >>> 56) ^ products[row + 2];
      r3 = r3 << 8 ^ products[row + 3];
    }
    long[] remainder = {r0, r1, r2, r3};
    for (int i = 0; i < degree; i++) {
      codewords[to + i] = (byte) (remainder[i >> 3] >>> (56 - 8 * (i & 7)));
    }
  }

  /** Coefficients below the leading 1, the highest power first. */
  private static int[] generator(int degree) {
    int[] coefficients = new int[degree];
    coefficients[degree - 1] = 1;
    int root = 1;
    for (int i = 0; i < degree; i++) {
      for (int j = 0; j < degree; j++) {
        int below = j + 1 < degree ? coefficients[j + 1] : 0;
        coefficients[j] = multiply(coefficients[j], root) ^ below;
      }
      root = multiply(root, 2);
    }
    return coefficients;
  }

  private static long[] products(int[] generator) {
    long[] products = new long[256 * WORDS];
    for (int leading = 0; leading < 256; leading++) {
      for (int i = 0; i < generator.length; i++) {
        long product = multiply(generator[i], leading);
        products[leading * WORDS + (i >> 3)] |= product << (56 - 8 * (i & 7));
      }
    }
    return products;
  }

  private static int multiply(int a, int b) {
    int product = 0;
    for (int bit = 7; bit >= 0; bit--) {
      product = product << 1 ^ (product >>> 7) * FIELD_POLYNOMIAL;
      product ^= (b >>> bit & 1) * a;
    }
    return product;
  }
}
