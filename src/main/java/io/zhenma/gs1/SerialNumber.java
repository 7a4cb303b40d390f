package io.zhenma.gs1;

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
   * Reads what a person typed: any case, spaces and dashes between, I and L for 1, O for 0.
   *
   * @throws Gs1Exception when length or characters are wrong
   */
  public static SerialNumber parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      throw new Gs1Exception(Gs1Error.SERIAL_LENGTH, "a serial number has 20 characters");
    }
    StringBuilder plain = new StringBuilder(LENGTH);
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c != ' ' && c != '-') {
        plain.append(Base32.forgive(c));
      }
    }
    return new SerialNumber(plain.toString());
  }

  /**
   * Puts a serial number together.
   *
   * @param keyId 0 to 31
   * @param body 19 digits, each 0 to 31
   */
  public static SerialNumber of(int keyId, byte[] body) {
    StringBuilder text = new StringBuilder(LENGTH).append(Base32.symbol(keyId));
    for (byte digit : body) {
      text.append(Base32.symbol(digit));
    }
    return new SerialNumber(text.toString());
  }

  /** 0 to 31: which of the brand's keys made this serial number. */
  public int keyId() {
    return Base32.value(value.charAt(0));
  }

  /** The 19 content digits, each 0 to 31. */
  public byte[] body() {
    byte[] digits = new byte[BODY_LENGTH];
    for (int i = 0; i < BODY_LENGTH; i++) {
      digits[i] = (byte) Base32.value(value.charAt(i + 1));
    }
    return digits;
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
