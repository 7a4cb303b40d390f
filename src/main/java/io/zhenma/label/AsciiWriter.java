package io.zhenma.label;

import java.util.Arrays;

/** A growing array of ASCII: what Java's own formatting does, without its cost. */
final class AsciiWriter {
  private static final int[] POWERS = {1, 10, 100, 1_000, 10_000};

  private byte[] bytes;
  private int length;

  AsciiWriter(int capacity) {
    bytes = new byte[capacity];
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, java.nio.charset.StandardCharsets.US_ASCII);
  }

  int length() {
    return length;
  }

  /** The bytes so far are the first {@link #length()}. */
  byte[] array() {
    return bytes;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Makes room for so many more. */
  void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  AsciiWriter put(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
    return this;
  }

  AsciiWriter put(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  AsciiWriter put(String text, int from, int count) {
    reserve(count);
    for (int i = from; i < from + count; i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  AsciiWriter put(byte[] text, int from, int count) {
    reserve(count);
    System.arraycopy(text, from, bytes, length, count);
    length += count;
    return this;
  }

  /** A whole number in decimal. */
  AsciiWriter put(long number) {
    reserve(20);
    if (number < 0) {
      bytes[length++] = '-';
    }
    long rest = Math.abs(number);
    int from = length;
    do {
      bytes[length++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int i = from, j = length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    return this;
  }

  /** Rounded to at most so many decimals (0 to 4), without zeros at the end. */
  AsciiWriter put(double number, int decimals) {
    long scaled = Math.round(number * POWERS[decimals]);
    int left = decimals;
    while (left > 0 && scaled % 10 == 0) {
      scaled /= 10;
      left--;
    }
    if (scaled < 0) {
      put('-');
    }
    long magnitude = Math.abs(scaled);
    put(magnitude / POWERS[left]);
    if (left > 0) {
      put('.');
      long fraction = magnitude % POWERS[left];
      for (int i = left - 1; i >= 0; i--) {
        put((char) ('0' + fraction / POWERS[i] % 10));
      }
    }
    return this;
  }
}
