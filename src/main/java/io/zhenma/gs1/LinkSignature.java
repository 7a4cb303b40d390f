package io.zhenma.gs1;

/**
 * A signature of 64 bytes as it stands in a link: 103 characters of Crockford base 32. Its last
 * character carries two bits and three zeros, and no other text stands for the same bytes.
 *
 * @param text exactly 103 characters of the strict alphabet, the last of them ending in three zero
 *     bits
 */
public record LinkSignature(String text) {
  public static final int BYTES = 64;

  /** Characters of the text. */
  public static final int LENGTH = (BYTES * 8 + Base32.BITS - 1) / Base32.BITS;

  private static final int SPARE_BITS = LENGTH * Base32.BITS - BYTES * 8;

  public LinkSignature {
    if (text.length() != LENGTH) {
      throw malformed();
    }
    for (int i = 0; i < LENGTH; i++) {
      if (Base32.value(text.charAt(i)) < 0) {
        throw malformed();
      }
    }
    if ((Base32.value(text.charAt(LENGTH - 1)) & ((1 << SPARE_BITS) - 1)) != 0) {
      throw malformed();
    }
  }

  private static Gs1Exception malformed() {
    return new Gs1Exception(
        Gs1Error.SIGNATURE_SHAPE, "a signature has " + LENGTH + " characters of base 32");
  }

  /**
   * @param bytes exactly {@value #BYTES}
   */
  public static LinkSignature of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a signature has " + BYTES + " bytes");
    }
    StringBuilder text = new StringBuilder(LENGTH);
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = (held << 8) | (next & 0xff);
      bits += 8;
      while (bits >= Base32.BITS) {
        bits -= Base32.BITS;
        text.append(Base32.symbol((held >>> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    return new LinkSignature(text.append(Base32.symbol(held << (Base32.BITS - bits))).toString());
  }

  /**
   * Reads a link's signature; lower case is taken, as some applications change it.
   *
   * @throws Gs1Exception when length or characters are wrong
   */
  public static LinkSignature parse(String text) {
    StringBuilder upper = new StringBuilder(LENGTH);
    for (int i = 0; i < Math.min(text.length(), LENGTH + 1); i++) {
      char c = text.charAt(i);
      upper.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return new LinkSignature(upper.toString());
  }

  /** The 64 bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; at < BYTES; i++) {
      held = (held << Base32.BITS) | Base32.value(text.charAt(i));
      bits += Base32.BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >>> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bytes;
  }

  @Override
  public String toString() {
    return text;
  }
}
