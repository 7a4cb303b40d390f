package io.zhenma.label;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongConsumer;

/**
 * Writes labels to a file, streamed: labels are taken one by one, and memory holds a few pages or
 * some dozens of labels, however many there are (a PDF or ZIP also remembers where each page or
 * picture begins, 16 and some 150 bytes). The same labels, template, fonts and stamp give the same
 * bytes, whatever the number of threads.
 *
 * @param template how labels look
 * @param fonts for their texts
 * @param stamp what a PDF says of itself
 * @param encoder makes the symbols
 * @param threads that prepare labels, at least 1
 */
public record LabelFile(
    LabelTemplate template,
    LabelFonts fonts,
    DocumentStamp stamp,
    SymbolEncoder encoder,
    int threads) {
  private static final int BUFFER = 1 << 16;

  /** With all cores and the product's own symbols. */
  public static LabelFile of(LabelTemplate template, LabelFonts fonts, DocumentStamp stamp) {
    return new LabelFile(
        template, fonts, stamp, QrSymbol::of, Runtime.getRuntime().availableProcessors());
  }

  /** The same with another number of threads. */
  public LabelFile with(int otherThreads) {
    return new LabelFile(template, fonts, stamp, encoder, otherThreads);
  }

  /** The same with symbols by another encoder. */
  public LabelFile with(SymbolEncoder other) {
    return new LabelFile(template, fonts, stamp, other, threads);
  }

  /**
   * Writes all labels, in their order. A label with two codes takes two places, one after the
   * other, unless the template has pairs.
   *
   * @param labels at least one; asked on the calling thread
   * @param out gets the file; stays open
   * @param progress told now and then how many codes are written; what it throws ends the writing
   * @return number of codes written
   * @throws LabelException when there is no label, or a link is too long for the template's code;
   *     ask {@link LabelTemplate#requireReadable} first, for part of the file may be written by
   *     then
   * @throws IOException when {@code out} can't be written, or the thread was interrupted
   */
  public long write(
      LabelFormat format, Iterator<Label> labels, OutputStream out, LongConsumer progress)
      throws IOException {
    if (!labels.hasNext()) {
      throw LabelException.of("count", "label-none");
    }
    BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
    LabelDrawing drawing = new LabelDrawing(template, fonts, encoder);
    Iterator<Label> places = template.pairs() ? labels : new Singles(labels);
    long written =
        switch (format) {
          case PDF -> new PdfSheets(drawing, stamp, threads).write(places, buffered, progress);
          case SVG_ZIP -> Pictures.svg(drawing, threads).write(places, buffered, progress);
          case PNG_ZIP -> Pictures.png(drawing, threads).write(places, buffered, progress);
          case ZPL -> new ZplJob(drawing, threads).write(places, buffered, progress);
        };
    buffered.flush();
    return written;
  }

  /** One label for each code. */
  private static final class Singles implements Iterator<Label> {
    private final Iterator<Label> labels;
    private final Deque<Label> waiting = new ArrayDeque<>();

    Singles(Iterator<Label> labels) {
      this.labels = labels;
    }

    @Override
    public boolean hasNext() {
      return !waiting.isEmpty() || labels.hasNext();
    }

    @Override
    public Label next() {
      if (waiting.isEmpty()) {
        Label label = labels.next();
        if (label.codes().size() == 1) {
          return label;
        }
        label.codes().forEach(code -> waiting.add(label.with(code)));
      }
      return waiting.remove();
    }
  }
}
