package io.zhenma.label;

import java.util.Arrays;

/**
 * The packing of pictures that every ZPL II printer undoes (ZPL II Programming Guide, "Alternative
 * Data Compression Scheme for ~DG and ~DB Commands", which {@code ^GF} shares): a hexadecimal digit
 * after a count, {@code ,} for zeros to the end of the row, {@code !} for ones, {@code :} for a row
 * like the one before.
 */
final class ZplHex {
  private static final String DIGITS = "0123456789ABCDEF";
  private static final int TWENTIES = 20;
  private static final int LONGEST = 400;

  private ZplHex() {}

  static void append(Bitmap dots, AsciiWriter out) {
    byte[] all = dots.dots();
    int bytes = dots.bytesARow();
    for (int row = 0; row < dots.height(); row++) {
      int from = row * bytes;
      if (row > 0 && Arrays.equals(all, from, from + bytes, all, from - bytes, from)) {
        out.put(':');
      } else {
        row(all, from, bytes, out);
      }
    }
  }

  private static void row(byte[] all, int from, int bytes, AsciiWriter out) {
    int digits = 2 * bytes;
    int i = 0;
    while (i < digits) {
      int digit = digit(all, from, i);
      int end = i + 1;
      while (end < digits && digit(all, from, end) == digit) {
        end++;
      }
      if (end == digits && (digit == 0 || digit == 0xf)) {
        out.put(digit == 0 ? ',' : '!');
        return;
      }
      repeat(digit, end - i, out);
      i = end;
    }
  }

  private static int digit(byte[] all, int from, int i) {
    int both = all[from + i / 2];
    return i % 2 == 0 ? both >>> 4 & 0xf : both & 0xf;
  }

  /** G to Y count 1 to 19, g to z count 20 to 400; both add up. */
  private static void repeat(int digit, int times, AsciiWriter out) {
    int left = times;
    while (left > 0) {
      int now = Math.min(left, LONGEST + TWENTIES - 1);
      if (now >= TWENTIES) {
        out.put((char) ('f' + now / TWENTIES));
      }
      if (now % TWENTIES > 0 && now > 1) {
        out.put((char) ('F' + now % TWENTIES));
      }
      out.put(DIGITS.charAt(digit));
      left -= now;
    }
  }
}
