package io.zhenma.issuing;

import io.zhenma.label.DocumentStamp;
import io.zhenma.label.Label;
import io.zhenma.label.LabelFormat;
import io.zhenma.label.LabelSheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Writes the codes of a batch for printers: the same request gives the same bytes. */
@ApplicationScoped
public class CodeFiles {
  private final Codes codes;

  CodeFiles(Codes codes) {
    this.codes = codes;
  }

  /**
   * One line a code, in bounded memory, on all cores.
   *
   * @param progress told the number of items written so far; what it throws ends the writing
   * @throws IOException when {@code out} cannot be written
   */
  public void lines(
      CodeLineFormat format,
      BatchView batch,
      CodeRange range,
      OutputStream out,
      LongConsumer progress)
      throws IOException {
    lines(format, batch, range, Runtime.getRuntime().availableProcessors(), out, progress);
  }

  /** The same on a number of threads. */
  public void lines(
      CodeLineFormat format,
      BatchView batch,
      CodeRange range,
      int threads,
      OutputStream out,
      LongConsumer progress)
      throws IOException {
    new CodeText(format, () -> codes.lines(batch, range.kinds(), format), range)
        .write(threads, out, progress);
  }

  /**
   * Label sheets: one vector code a label, serial and lot below it.
   *
   * @param progress told the number of labels laid out so far; what it throws ends the writing
   */
  public void labels(BatchView batch, CodeRange range, OutputStream out, LongConsumer progress)
      throws IOException {
    Iterator<Codes.IssuedCode> all = issued(batch, range);
    Iterator<Label> labels =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Label next() {
            return label(batch, all.next());
          }
        };
    DocumentStamp stamp =
        new DocumentStamp(
            "Zhenma " + range.fileName(batch.number()),
            documentId(batch, range),
            batch.createdAt());
    LabelSheet.write(labels, LabelFormat.A4_40, stamp, out, progress);
  }

  private Iterator<Codes.IssuedCode> issued(BatchView batch, CodeRange range) {
    return codes.codes(batch, range.kinds(), range.first(), range.count()).iterator();
  }

  private static Label label(BatchView batch, Codes.IssuedCode code) {
    String caption = "LOT " + batch.lot() + " #" + code.item();
    return new Label(code.url(), code.link().serial().value(), caption.toUpperCase(Locale.ROOT));
  }

  private static long documentId(BatchView batch, CodeRange range) {
    return ((long) batch.number() << 30) ^ range.first();
  }
}
