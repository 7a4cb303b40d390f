package io.zhenma.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Format-preserving encryption FF1 (NIST SP 800-38G, algorithms 7 and 8), many numeral strings at
 * once: all of them go through each of the ten rounds in lockstep, so that the block cipher gets
 * thousands of independent blocks a call instead of one that waits for the last.
 *
 * <p>Length and tweak are the same for all strings of an instance. All that the pseudo-random
 * function sees before its last block is therefore the same too and is computed once; a round costs
 * one block a string. A string is handed over as two numbers, the value of its first ⌊n/2⌋ numerals
 * and that of the others (NUM_radix of section 4.5), both below 2^55, which bounds radix and
 * length.
 *
 * <p>For one thread at a time.
 */
final class Ff1 {
  private static final int ROUNDS = 10;
  private static final int MOST_BITS = 55;
  private static final int INT_BITS = 32;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final BlockPermutation cipher;
  private final long leftModulus;
  private final long rightModulus;

  /** Bytes that hold the right half's value: b of the standard, at most 7. */
  private final int valueBytes;

  /** The last block before round number and value are added, chained to all blocks before it. */
  private final long lastHigh;

  private final long lastLow;
  private byte[] in = new byte[0];
  private byte[] out = new byte[0];

  /**
   * @param radix 2 to 65,536
   * @param length numerals, at least 2; {@code radix} to the power of ⌈length/2⌉ below 2^55
   * @param tweak any number of bytes
   */
  Ff1(BlockPermutation cipher, int radix, int length, byte[] tweak) {
    this.cipher = cipher;
    this.leftModulus = power(radix, length / 2);
    this.rightModulus = power(radix, length - length / 2);
    this.valueBytes = (Long.SIZE - Long.numberOfLeadingZeros(rightModulus - 1) + 7) / 8;
    byte[] last = chained(prefix(radix, length, tweak), tail(tweak));
    this.lastHigh = (long) LONGS.get(last, 0);
    this.lastLow = (long) LONGS.get(last, Long.BYTES);
  }

  private static long power(int radix, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, radix);
    }
    if (radix < 2 || exponent < 1 || power >= 1L << MOST_BITS) {
      throw new IllegalArgumentException("radix and length out of range");
    }
    return power;
  }

  /** P of step 5. */
  private static byte[] prefix(int radix, int length, byte[] tweak) {
    byte[] p = new byte[BlockPermutation.BLOCK];
    LONGS.set(p, 0, 0x0102_0100_0000_0A00L | ((long) radix << 16) | ((length / 2) & 0xff));
    LONGS.set(p, Long.BYTES, ((long) length << INT_BITS) | tweak.length);
    return p;
  }

  /** Q of step 6.i with zeros where round number and value will stand: whole blocks. */
  private byte[] tail(byte[] tweak) {
    int used = tweak.length + 1 + valueBytes;
    int blocks = (used + BlockPermutation.BLOCK - 1) / BlockPermutation.BLOCK;
    return Arrays.copyOf(tweak, blocks * BlockPermutation.BLOCK);
  }

  /**
   * The last block of P ‖ Q, with the encryption of all before it mixed in (CBC-MAC, step 6.ii).
   */
  private byte[] chained(byte[] p, byte[] q) {
    byte[] state = new byte[BlockPermutation.BLOCK];
    cipher.encrypt(p, p.length, state);
    for (int at = 0; at < q.length; at += BlockPermutation.BLOCK) {
      byte[] mixed = new byte[BlockPermutation.BLOCK];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = (byte) (state[i] ^ q[at + i]);
      }
      if (at + BlockPermutation.BLOCK == q.length) {
        return mixed;
      }
      cipher.encrypt(mixed, mixed.length, state);
    }
    throw new IllegalStateException("Q has at least one block");
  }

  /** Encrypts {@code count} strings in place: halves {@code left[i]}, {@code right[i]}. */
  void encrypt(long[] left, long[] right, int count) {
    makeRoom(count);
    for (int round = 0; round < ROUNDS; round += 2) {
      add(left, right, count, round, leftModulus);
      add(right, left, count, round + 1, rightModulus);
    }
  }

  /** Undoes {@link #encrypt}. */
  void decrypt(long[] left, long[] right, int count) {
    makeRoom(count);
    for (int round = ROUNDS - 1; round > 0; round -= 2) {
      subtract(right, left, count, round, rightModulus);
      subtract(left, right, count, round - 1, leftModulus);
    }
  }

  /**
   * Steps 6.i to 6.vi; instead of swapping A and B (6.vii, 6.viii), rounds take turns in which half
   * they change.
   */
  private void add(long[] changed, long[] seen, int count, int round, long modulus) {
    pseudoRandom(seen, count, round);
    for (int i = 0; i < count; i++) {
      long sum = changed[i] + y(i, modulus);
      changed[i] = sum >= modulus ? sum - modulus : sum;
    }
  }

  private void subtract(long[] changed, long[] seen, int count, int round, long modulus) {
    pseudoRandom(seen, count, round);
    for (int i = 0; i < count; i++) {
      long difference = changed[i] - y(i, modulus);
      changed[i] = difference < 0 ? difference + modulus : difference;
    }
  }

  private void pseudoRandom(long[] seen, int count, int round) {
    long low = lastLow ^ ((long) round << (8 * valueBytes));
    for (int i = 0; i < count; i++) {
      LONGS.set(in, i * BlockPermutation.BLOCK, lastHigh);
      LONGS.set(in, i * BlockPermutation.BLOCK + Long.BYTES, low ^ seen[i]);
    }
    cipher.encrypt(in, count * BlockPermutation.BLOCK, out);
  }

  /**
   * NUM(S) modulo the half's size (steps 6.iii to 6.vi); S has 8 bytes for short values, else 12.
   */
  private long y(int index, long modulus) {
    long high = (long) LONGS.get(out, index * BlockPermutation.BLOCK);
    boolean isShort = valueBytes <= 4;
    if ((modulus & (modulus - 1)) == 0) {
      return (isShort ? high : (high << INT_BITS) | following(index)) & (modulus - 1);
    }
    long rest = Long.remainderUnsigned(high, modulus);
    return isShort ? rest : appended(rest, following(index), modulus);
  }

  private long following(int index) {
    return (long) LONGS.get(out, index * BlockPermutation.BLOCK + Long.BYTES) >>> INT_BITS;
  }

  /** {@code rest · 2^32 + following} modulo, byte by byte so that nothing overflows. */
  private static long appended(long rest, long following, long modulus) {
    long result = rest;
    for (int shift = INT_BITS - 8; shift >= 0; shift -= 8) {
      result = ((result << 8) | ((following >>> shift) & 0xff)) % modulus;
    }
    return result;
  }

  private void makeRoom(int count) {
    if (in.length < count * BlockPermutation.BLOCK) {
      in = new byte[count * BlockPermutation.BLOCK];
      out = new byte[count * BlockPermutation.BLOCK];
    }
  }
}
