package io.zhenma.foreign;

import io.zhenma.gs1.Unseen;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) record by record in bounded memory, with the lines on which records begin.
 * Lines end in CR LF, LF or CR; empty ones are passed over; a byte order mark is too. What is wrong
 * with one record is told with it and the next one is read; what makes all the rest unreadable ends
 * the reading.
 *
 * <p>Works on bytes: in UTF-8 the bytes of comma, quote and line ends are never part of another
 * character.
 */
final class CsvReader implements Closeable {
  /** Longest field in bytes; what follows in it is dropped and the record refused. */
  static final int LONGEST_FIELD = 10_000;

  /** Most fields of a record; what follows is dropped and the record refused. */
  static final int MOST_FIELDS = 100;

  private static final int BUFFER = 1 << 16;
  private static final int END = -1;

  private final InputStream in;
  private byte[] field = new byte[128];
  private int length;
  private long position;
  private long line = 1;
  private int ahead;
  private @Nullable LineFault fault;

  /**
   * @throws ImportException when the file begins as UTF-16 does
   */
  CsvReader(InputStream file) throws IOException, ImportException {
    in = new BufferedInputStream(file, BUFFER);
    skipByteOrderMark();
    ahead = in.read();
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /**
   * The next record, or empty at the end of the file.
   *
   * @throws ImportException when the rest can't be read: another encoding, a quote without an end
   */
  Optional<CsvRecord> read() throws IOException, ImportException {
    while (ahead == '\r' || ahead == '\n') {
      endLine();
    }
    if (ahead == END) {
      return Optional.empty();
    }
    long begins = line;
    fault = null;
    List<String> fields = new ArrayList<>(4);
    fields.add(readField());
    while (ahead == ',') {
      advance();
      String next = readField();
      if (fields.size() < MOST_FIELDS) {
        fields.add(next);
      } else {
        fault = LineFault.COLUMNS;
      }
    }
    if (ahead != END) {
      endLine();
    }
    return Optional.of(new CsvRecord(begins, fields, Optional.ofNullable(fault)));
  }

  private String readField() throws IOException, ImportException {
    length = 0;
    long begins = line;
    boolean complete = true;
    if (ahead == '"') {
      advance();
      readQuoted(begins);
    }
    while (!isFieldEnd(ahead)) {
      if (ahead == '"') {
        fault = LineFault.QUOTING;
      }
      complete &= keep();
    }
    if (complete) {
      return text(begins);
    }
    fault = LineFault.TOO_LONG;
    return Unseen.trim(FieldText.roughly(field, length));
  }

  /** Up to the closing quote; two quotes stand for one. */
  private void readQuoted(long begins) throws IOException, ImportException {
    while (true) {
      if (ahead == END || length == LONGEST_FIELD) {
        throw new ImportException(
            ImportFailure.UNCLOSED_QUOTE, begins, String.format(Locale.ROOT, "%,d", LONGEST_FIELD));
      } else if (ahead == '"') {
        advance();
        if (ahead != '"') {
          if (!isFieldEnd(ahead)) {
            fault = LineFault.QUOTING;
          }
          return;
        }
        keep();
      } else if (ahead == '\r' || ahead == '\n') {
        append((byte) '\n');
        endLine();
      } else {
        keep();
      }
    }
  }

  private String text(long begins) throws ImportException {
    return FieldText.utf8(field, length)
        .map(Unseen::trim)
        .orElseThrow(() -> otherEncoding(begins, FieldText.looksLike(field, length)));
  }

  private static ImportException otherEncoding(long line, String name) {
    return new ImportException(
        name.isEmpty() ? ImportFailure.ENCODING_UNKNOWN : ImportFailure.ENCODING, line, name);
  }

  private static boolean isFieldEnd(int next) {
    return next == ',' || next == '\r' || next == '\n' || next == END;
  }

  /** Takes the next byte into the field; says no when the field is full. */
  private boolean keep() throws IOException {
    boolean fits = length < LONGEST_FIELD;
    if (fits) {
      append((byte) ahead);
    }
    advance();
    return fits;
  }

  private void append(byte value) {
    if (length == field.length) {
      field = Arrays.copyOf(field, Math.min(2 * length, LONGEST_FIELD));
    }
    field[length++] = value;
  }

  private void endLine() throws IOException {
    boolean carriageReturn = ahead == '\r';
    advance();
    if (carriageReturn && ahead == '\n') {
      advance();
    }
    line++;
  }

  private void advance() throws IOException {
    ahead = in.read();
    position++;
  }

  private void skipByteOrderMark() throws IOException, ImportException {
    in.mark(4);
    byte[] head = in.readNBytes(3);
    if (head.length >= 2 && isUtf16(head[0], head[1])) {
      throw otherEncoding(1, "UTF-16");
    }
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      position = head.length;
    } else {
      in.reset();
    }
  }

  private static boolean isUtf16(byte first, byte second) {
    boolean bigEndian = first == (byte) 0xFE && second == (byte) 0xFF;
    boolean littleEndian = first == (byte) 0xFF && second == (byte) 0xFE;
    return bigEndian || littleEndian || (first == 0) != (second == 0);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
