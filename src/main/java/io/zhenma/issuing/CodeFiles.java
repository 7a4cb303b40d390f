package io.zhenma.issuing;

import io.zhenma.crypto.CodeKind;
import io.zhenma.label.DocumentStamp;
import io.zhenma.label.Label;
import io.zhenma.label.LabelException;
import io.zhenma.label.LabelFile;
import io.zhenma.label.LabelFonts;
import io.zhenma.label.LabelFormat;
import io.zhenma.label.LabelTemplate;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes the codes of a batch for printers: the same request gives the same bytes. */
@ApplicationScoped
public class CodeFiles {
  private final Codes codes;
  private final LabelFonts fonts;

  CodeFiles(Codes codes, LabelFonts fonts) {
    this.codes = codes;
    this.fonts = fonts;
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
   * Labels in a format, laid out by a template. Where the range has both kinds, an item's two codes
   * are one label of a template with pairs, else two.
   *
   * @param threads that draw labels
   * @param progress told the number of codes written so far; what it throws ends the writing
   * @throws io.zhenma.label.LabelException when a link is too long for the template; ask {@link
   *     #requireReadable} first
   * @throws IOException when {@code out} cannot be written
   */
  public void labels(
      LabelFormat format,
      LabelTemplate template,
      BatchView batch,
      CodeRange range,
      int threads,
      OutputStream out,
      LongConsumer progress)
      throws IOException {
    DocumentStamp stamp =
        new DocumentStamp(
            "Zhenma " + range.fileName(batch.number()),
            documentId(batch, range),
            batch.createdAt());
    LabelFile.of(template, fonts, stamp)
        .with(threads)
        .write(format, labels(batch, range), out, progress);
  }

  /**
   * Refuses a template that the labels of a range can't be printed with, before anything is made.
   *
   * @throws ProblemException at the field {@code template}
   */
  public void requireReadable(
      LabelFormat format, LabelTemplate template, BatchView batch, CodeRange range) {
    if (template.pairs() && range.kinds().size() != 2) {
      throw ProblemException.field("template", "label-pairs");
    }
    try {
      template.requireReadable(codes.code(batch, CodeKind.INNER, range.first()).url(), format);
    } catch (LabelException refused) {
      throw ProblemException.field("template", refused.rule(), refused.limits().toArray());
    }
  }

  private Iterator<Label> labels(BatchView batch, CodeRange range) {
    Iterator<Codes.IssuedCode> all =
        codes.codes(batch, range.kinds(), range.first(), range.count()).iterator();
    int codesAnItem = range.kinds().size();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Label next() {
        List<Codes.IssuedCode> item = new ArrayList<>(codesAnItem);
        for (int i = 0; i < codesAnItem; i++) {
          item.add(all.next());
        }
        return label(batch, item);
      }
    };
  }

  private static Label label(BatchView batch, List<Codes.IssuedCode> item) {
    return new Label(
        item.get(0).item(),
        item.stream()
            .map(c -> new Label.Code(c.kind(), c.url(), c.link().serial().value()))
            .toList(),
        batch.product().name(),
        batch.lot(),
        Optional.ofNullable(batch.expiresOn()));
  }

  private static long documentId(BatchView batch, CodeRange range) {
    return ((long) batch.number() << 30) ^ range.first();
  }
}
