package io.zhenma.label;

/** How a run of characters is written into a symbol (ISO/IEC 18004, 7.3 and 7.4). */
enum QrMode {
  NUMERIC(0b0001, 20, 10, 12, 14) {
    @Override
    boolean holds(char c) {
      return c >= '0' && c <= '9';
    }
  },
  ALPHANUMERIC(0b0010, 33, 9, 11, 13) {
    @Override
    boolean holds(char c) {
      return c < VALUES.length && VALUES[c] >= 0;
    }
  },
  BYTE(0b0100, 48, 8, 16, 16) {
    @Override
    boolean holds(char c) {
      return c < 0x80;
    }
  };

  /** ISO/IEC 18004, table 5: the characters in the order of their values. */
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private static final byte[] VALUES = values(ALPHABET);

  /** All, so that nobody clones the enum's array for each character. */
  static final QrMode[] ALL = values();

  private final int indicator;
  private final int sixthsACharacter;
  private final int[] countBits;

  QrMode(int indicator, int sixthsACharacter, int... countBits) {
    this.indicator = indicator;
    this.sixthsACharacter = sixthsACharacter;
    this.countBits = countBits;
  }

  abstract boolean holds(char c);

  /** Four bits. */
  int indicator() {
    return indicator;
  }

  /** Bits a character takes, times six, which makes them whole. */
  int sixthsACharacter() {
    return sixthsACharacter;
  }

  /** Bits of the character count indicator (table 3). */
  int countBits(QrVersion.Range range) {
    return countBits[range.ordinal()];
  }

  /** Bits of mode indicator, character count and {@code length} characters. */
  int bits(int length, QrVersion.Range range) {
    return 4 + countBits(range) + (length * sixthsACharacter + 5) / 6;
  }

  /** Value of a character of the alphanumeric mode. */
  static int value(char c) {
    return VALUES[c];
  }

  private static byte[] values(String alphabet) {
    byte[] values = new byte[0x80];
    java.util.Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
