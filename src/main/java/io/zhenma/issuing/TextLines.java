package io.zhenma.issuing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an uploaded text in UTF-8, one at a time, however long text and lines are: of a line
 * that is too long only the start is kept.
 */
final class TextLines {
  /** Bytes of a line; the longest link is shorter. */
  static final int LONGEST = 600;

  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST);
  private int next;
  private int end;
  private int number;
  private boolean tooLong;

  TextLines(InputStream in) {
    this.in = in;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    line.reset();
    tooLong = false;
    if (!fill()) {
      return null;
    }
    while (fill()) {
      int from = next;
      while (next < end && block[next] != '\n') {
        next++;
      }
      keep(from, next);
      if (next < end) {
        next++;
        break;
      }
    }
    number++;
    String text = line.toString(StandardCharsets.UTF_8);
    return new Line(number, number == 1 ? withoutMark(text) : text.strip(), tooLong);
  }

  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(block, 0, BLOCK));
    }
    return end > 0;
  }

  private void keep(int from, int to) {
    int room = LONGEST - line.size();
    tooLong |= to - from > room;
    line.write(block, from, Math.min(room, to - from));
  }

  /** Spreadsheets put a byte order mark in front. */
  private static String withoutMark(String text) {
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
  }

  /**
   * @param number counted from 1
   * @param text without white space around
   */
  record Line(int number, String text, boolean tooLong) {
    /** The cells; a quoted one may not hold a comma, which no code does. */
    String[] cells() {
      String[] cells = text.split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        String cell = cells[i].strip();
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        cells[i] = quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
      }
      return cells;
    }
  }
}
