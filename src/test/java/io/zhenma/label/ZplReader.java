package io.zhenma.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A thermal printer, as far as it concerns pictures: {@code ^GFA} with its counts undone. */
final class ZplReader {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\^XA\\^PW(\\d+)\\^LL(\\d+)\\^LH0,0\\^FO0,0\\^GFA,(\\d+),\\3,(\\d+),([^^]*)\\^FS\\^XZ\n");

  private ZplReader() {}

  static List<Picture> labels(String job) {
    List<Picture> labels = new ArrayList<>();
    Matcher label = LABEL.matcher(job);
    int end = 0;
    while (label.find()) {
      if (label.start() != end) {
        throw new AssertionError("something else between labels");
      }
      end = label.end();
      int width = Integer.parseInt(label.group(1));
      int height = Integer.parseInt(label.group(2));
      int bytesARow = Integer.parseInt(label.group(4));
      if (bytesARow * height != Integer.parseInt(label.group(3))) {
        throw new AssertionError("another number of bytes than told");
      }
      labels.add(picture(width, height, digits(label.group(5), 2 * bytesARow, height)));
    }
    if (end != job.length()) {
      throw new AssertionError("something after the last label");
    }
    return labels;
  }

  private static Picture picture(int width, int height, int[] digits) {
    byte[] greys = new byte[width * height];
    int digitsARow = digits.length / height;
    for (int i = 0; i < greys.length; i++) {
      int x = i % width;
      int digit = digits[i / width * digitsARow + x / 4];
      greys[i] = (digit >> (3 - x % 4) & 1) == 1 ? 0 : (byte) 255;
    }
    return new Picture(width, height, greys);
  }

  private static int[] digits(String packed, int digitsARow, int rows) {
    int[] digits = new int[digitsARow * rows];
    int at = 0;
    int times = 0;
    for (char c : packed.toCharArray()) {
      if (c >= 'G' && c <= 'Y') {
        times += c - 'F';
      } else if (c >= 'g' && c <= 'z') {
        times += 20 * (c - 'f');
      } else if (c == ',' || c == '!') {
        int end = (at / digitsARow + 1) * digitsARow;
        Arrays.fill(digits, at, end, c == ',' ? 0 : 15);
        at = end;
      } else if (c == ':') {
        System.arraycopy(digits, at - digitsARow, digits, at, digitsARow);
        at += digitsARow;
      } else {
        Arrays.fill(digits, at, at + Math.max(1, times), Character.digit(c, 16));
        at += Math.max(1, times);
        times = 0;
      }
    }
    if (at != digits.length) {
      throw new AssertionError(at + " digits of " + digits.length);
    }
    return digits;
  }
}
