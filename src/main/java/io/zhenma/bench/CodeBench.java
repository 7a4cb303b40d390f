package io.zhenma.bench;

import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.CodeFiles;
import io.zhenma.issuing.CodeLineFormat;
import io.zhenma.issuing.CodeRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Measures issuing: codes computed into a file, against codes stored as rows. */
@ApplicationScoped
class CodeBench {
  /** Until the compiler has seen enough of it. */
  private static final int WARM_UP = 300_000;

  private final CodeFiles files;
  private final CodeRows rows;
  private final NaiveCodes entities;

  CodeBench(CodeFiles files, CodeRows rows, NaiveCodes entities) {
    this.files = files;
    this.rows = rows;
    this.entities = entities;
  }

  List<Comparison> measure(BatchView batch, BenchParameters parameters)
      throws IOException, SQLException {
    int cores = Runtime.getRuntime().availableProcessors();
    write(batch, Math.min(WARM_UP, parameters.codes()), cores, parameters.deadline());
    Measurement one = write(batch, parameters.codes(), 1, parameters.deadline());
    Measurement all = write(batch, parameters.codes(), cores, parameters.deadline());
    rows.createTable();
    rows.store(batch.brandId(), CodeRows.ROWS_A_STATEMENT, parameters.deadline());
    Measurement stored = rows.store(batch.brandId(), parameters.codeRows(), parameters.deadline());
    Measurement persisted =
        entities.store(batch.brandId(), parameters.codeEntities(), parameters.deadline());
    return List.of(
        new Comparison("codes issued, all cores, against a row a code", all, stored),
        new Comparison("codes issued, all cores, against an entity a code", all, persisted),
        new Comparison("codes issued, one thread, against a row a code", one, stored),
        new Comparison("codes issued, one thread, against an entity a code", one, persisted));
  }

  private Measurement write(BatchView batch, int count, int threads, Instant deadline)
      throws IOException {
    Path file = Files.createTempFile("zhenma-bench", ".csv");
    AtomicLong written = new AtomicLong();
    long start = System.nanoTime();
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      CodeRange range = new CodeRange(List.of(CodeKind.INNER), 0, count);
      try {
        files.lines(
            CodeLineFormat.CSV,
            batch,
            range,
            threads,
            out,
            done -> reached(written, done, deadline));
      } catch (TimeIsUp enough) {
        // What was written by then is measured.
      }
      out.getChannel().force(true);
      String what = "computed and written as CSV, forced to disk, threads: " + threads;
      return Measurement.since(start, what, written.get(), "codes");
    } finally {
      Files.delete(file);
    }
  }

  private static void reached(AtomicLong written, long done, Instant deadline) {
    written.set(done);
    if (Instant.now().isAfter(deadline)) {
      throw new TimeIsUp();
    }
  }

  private static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
