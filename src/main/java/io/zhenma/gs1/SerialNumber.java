package io.zhenma.gs1;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The serial number of one item (AI 21): 20 characters of Crockford base 32. The first one names
 * the key, the other 19 are the encrypted content.
 *
 * @param value exactly 20 characters of the strict alphabet
 */
public record SerialNumber(String value) {
  public static final int LENGTH = 20;

  /** Content digits after the key id. */
  public static final int BODY_LENGTH = LENGTH - 1;

  private static final int RADIX = 1 << Base32.BITS;
  private static final int HIGH_DIGITS = BODY_LENGTH / 2;
  private static final int GROUP = 5;
  private static final int LONGEST_TYPED = 64;

  public SerialNumber {
    if (value.length() != LENGTH) {
      throw new Gs1Exception(Gs1Error.SERIAL_LENGTH, "a serial number has 20 characters");
    }
    for (int i = 0; i < LENGTH; i++) {
      if (Base32.value(value.charAt(i)) < 0) {
        throw new Gs1Exception(
            Gs1Error.SERIAL_CHARACTER,
            "a serial number has digits and letters other than I, L, O and U");
      }
    }
  }

  /**
   * Reads what a person typed: any case and width, gaps and dashes between, I and L for 1, O for 0.
   *
   * @throws Gs1Exception when length or characters are wrong
   */
  public static SerialNumber parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      throw new Gs1Exception(Gs1Error.SERIAL_LENGTH, "a serial number has 20 characters");
    }
    StringBuilder plain = new StringBuilder(LENGTH);
    Width.narrow(typed)
        .chars()
        .filter(c -> c != '-' && !Unseen.isGap(c) && !Unseen.is(c))
        .forEach(c -> plain.append(Base32.forgive((char) c)));
    return new SerialNumber(plain.toString());
  }

  /**
   * Puts a serial number together.
   *
   * @param keyId 0 to 31
   * @param high the first nine content digits as one number, below 2^45
   * @param low the other ten, below 2^50
   */
  public static SerialNumber of(int keyId, long high, long low) {
    byte[] text = new byte[LENGTH];
    write(keyId, high, low, text, 0);
    return at(text, 0);
  }

  /**
   * Writes a serial number as {@value #LENGTH} ASCII characters, without making an object of it.
   * Arguments as in {@link #of}.
   */
  public static void write(int keyId, long high, long low, byte[] target, int offset) {
    target[offset] = (byte) Base32.symbol(keyId);
    write(high, target, offset + 1, HIGH_DIGITS);
    write(low, target, offset + 1 + HIGH_DIGITS, BODY_LENGTH - HIGH_DIGITS);
  }

  private static void write(long number, byte[] target, int offset, int digits) {
    long rest = number;
    for (int i = offset + digits - 1; i >= offset; i--) {
      target[i] = (byte) Base32.symbol((int) rest & (RADIX - 1));
      rest >>>= Base32.BITS;
    }
  }

  /** The serial number that {@link #write} wrote. */
  public static SerialNumber at(byte[] text, int offset) {
    return new SerialNumber(new String(text, offset, LENGTH, StandardCharsets.US_ASCII));
  }

  /** The character that names a key, 0 to 31, at the head of its serial numbers. */
  public static String keyName(int keyId) {
    if (keyId < 0 || keyId >= RADIX) {
      throw new IllegalArgumentException("a key id is 0 to " + (RADIX - 1));
    }
    return String.valueOf(Base32.symbol(keyId));
  }

  /** The key id that a name of {@link #keyName} stands for, or empty when it is none. */
  public static OptionalInt keyId(String name) {
    int id = name.length() == 1 ? Base32.value(name.charAt(0)) : -1;
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** 0 to 31: which of the brand's keys made this serial number. */
  public int keyId() {
    return Base32.value(value.charAt(0));
  }

  /** The first nine content digits as one number, below 2^45. */
  public long high() {
    return number(1, 1 + HIGH_DIGITS);
  }

  /** The last ten content digits as one number, below 2^50. */
  public long low() {
    return number(1 + HIGH_DIGITS, LENGTH);
  }

  private long number(int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = (number << Base32.BITS) | Base32.value(value.charAt(i));
    }
    return number;
  }

  /** As printed for people: four groups of five. */
  public String grouped() {
    StringBuilder text = new StringBuilder(LENGTH + 3);
    for (int i = 0; i < LENGTH; i += GROUP) {
      text.append(i == 0 ? "" : " ").append(value, i, i + GROUP);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
