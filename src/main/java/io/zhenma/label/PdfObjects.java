package io.zhenma.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes the objects of a PDF one after the other and remembers only where each begins (ISO
 * 32000-1, 7.5: header, body, cross-reference table, trailer). Nothing is kept of what was written,
 * and nothing waits in a file.
 */
final class PdfObjects {
  /** 1.7; the comment's high bytes tell file transfer programs that this is no text. */
  private static final byte[] HEADER = {
    '%',
    'P',
    'D',
    'F',
    '-',
    '1',
    '.',
    '7',
    '\n',
    '%',
    (byte) 0xe2,
    (byte) 0xe3,
    (byte) 0xcf,
    (byte) 0xd3,
    '\n'
  };

  private final OutputStream out;
  private long[] offsets = new long[64];
  private int objects;
  private long position;

  PdfObjects(OutputStream out) throws IOException {
    this.out = out;
    raw(HEADER, HEADER.length);
  }

  /** A text with whole numbers in it, whatever the language of the machine. */
  static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  /** The number of an object to be written once, now or later. */
  int reserve() {
    objects++;
    if (objects >= offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    return objects;
  }

  void write(int number, String content) throws IOException {
    begin(number);
    text(content);
    text("\nendobj\n");
  }

  /**
   * A stream that is packed already.
   *
   * @param entries of its dictionary beside the filter, which is Flate, and the length
   */
  void writePacked(int number, String entries, byte[] packed, int length) throws IOException {
    begin(number);
    text("<<" + entries + "/Filter/FlateDecode/Length " + length + ">>\nstream\n");
    raw(packed, length);
    text("\nendstream\nendobj\n");
  }

  /** Table of offsets and trailer; every reserved object has been written by then. */
  void finish(int catalogue, int information, String id) throws IOException {
    long table = position;
    text("xref\n0 " + (objects + 1) + "\n0000000000 65535 f \n");
    AsciiWriter lines = new AsciiWriter(1 << 12);
    for (int number = 1; number <= objects; number++) {
      if (offsets[number] == 0) {
        throw new IllegalStateException("object " + number + " was never written");
      }
      String offset = Long.toString(offsets[number]);
      lines.put("0000000000", 0, 10 - offset.length()).put(offset).put(" 00000 n \n");
      if (lines.length() > 4_000) {
        raw(lines.array(), lines.length());
        lines = new AsciiWriter(1 << 12);
      }
    }
    raw(lines.array(), lines.length());
    text(
        PdfObjects.format(
            "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n",
            objects + 1, catalogue, information, id, id, table));
  }

  private void begin(int number) throws IOException {
    if (offsets[number] != 0) {
      throw new IllegalStateException("object " + number + " is there already");
    }
    offsets[number] = position;
    text(number + " 0 obj\n");
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    raw(bytes, bytes.length);
  }

  private void raw(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    position += length;
  }
}
