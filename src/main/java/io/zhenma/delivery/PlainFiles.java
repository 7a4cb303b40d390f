package io.zhenma.delivery;

import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.CodeFiles;
import io.zhenma.issuing.CodeLineFormat;
import io.zhenma.issuing.CodeRange;
import io.zhenma.label.LabelTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Writes files before they are sealed: the same arguments give the same bytes. */
@ApplicationScoped
class PlainFiles {
  private final CodeFiles codes;

  PlainFiles(CodeFiles codes) {
    this.codes = codes;
  }

  /**
   * @param template lays labels out
   * @param threads that make it; the bytes do not depend on them
   * @param progress told now and then how many more codes are written; what it throws ends it
   */
  void write(
      FileFormat format,
      BatchView batch,
      CodeRange range,
      LabelTemplate template,
      int threads,
      OutputStream out,
      LongConsumer progress)
      throws IOException {
    switch (format) {
      case CSV -> lines(CodeLineFormat.CSV, batch, range, threads, out, progress);
      case NDJSON -> lines(CodeLineFormat.NDJSON, batch, range, threads, out, progress);
      case PDF, SVG_ZIP, PNG_ZIP, ZPL ->
          codes.labels(
              format.labels().orElseThrow(),
              template,
              batch,
              range,
              threads,
              out,
              steps(1, progress));
    }
  }

  private void lines(
      CodeLineFormat format,
      BatchView batch,
      CodeRange range,
      int threads,
      OutputStream out,
      LongConsumer progress)
      throws IOException {
    codes.lines(format, batch, range, threads, out, steps(range.kinds().size(), progress));
  }

  /** From "so many until now" to "so many more". */
  private static LongConsumer steps(int codesEach, LongConsumer progress) {
    AtomicLong before = new AtomicLong();
    return now -> progress.accept((now - before.getAndSet(now)) * codesEach);
  }
}
