package io.zhenma.issuing;

import io.zhenma.gs1.Unseen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    return new Line(number, Unseen.trim(text), tooLong);
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

  /**
   * @param number counted from 1
   * @param text without white space, byte order marks and other unseen characters around
   */
  record Line(int number, String text, boolean tooLong) {
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");

    /**
     * The cells (RFC 4180). Quotes that are not closed, or have something behind them, stay in the
     * text, so that nothing takes it for a code.
     */
    String[] cells() {
      List<String> cells = new ArrayList<>();
      int from = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        quoted ^= text.charAt(i) == '"';
        if (text.charAt(i) == ',' && !quoted) {
          cells.add(cell(text.substring(from, i)));
          from = i + 1;
        }
      }
      cells.add(cell(text.substring(from)));
      return cells.toArray(String[]::new);
    }

    private static String cell(String written) {
      String cell = Unseen.trim(written);
      return QUOTED.matcher(cell).matches()
          ? Unseen.trim(cell.substring(1, cell.length() - 1).replace("\"\"", "\""))
          : cell;
    }
  }
}
