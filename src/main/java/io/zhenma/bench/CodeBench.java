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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Measures issuing: codes computed into files, against codes stored as rows. */
@ApplicationScoped
class CodeBench {
  /** Codes to a file; a measurement can end between two. */
  private static final int CODES_A_FILE = 50_000;

  private static final int WARM_UP = 20_000;

  private final CodeFiles files;
  private final CodeRows rows;
  private final NaiveCodes entities;

  CodeBench(CodeFiles files, CodeRows rows, NaiveCodes entities) {
    this.files = files;
    this.rows = rows;
    this.entities = entities;
  }

  List<Comparison> measure(BatchView batch, BenchParameters parameters)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    files(batch, WARM_UP, 1, parameters.deadline());
    Measurement one = files(batch, parameters.codes(), 1, parameters.deadline());
    Measurement all = files(batch, parameters.codes(), cores, parameters.deadline());
    rows.createTable();
    rows.store(batch.brandId(), CodeRows.ROWS_A_STATEMENT, parameters.deadline());
    Measurement stored = rows.store(batch.brandId(), parameters.codeRows(), parameters.deadline());
    Measurement persisted =
        entities.store(batch.brandId(), parameters.codeEntities(), parameters.deadline());
    return List.of(
        new Comparison("codes issued, one thread, against a row a code", one, stored),
        new Comparison("codes issued, one thread, against an entity a code", one, persisted),
        new Comparison("codes issued, all cores, against a row a code", all, stored));
  }

  private Measurement files(BatchView batch, int count, int threads, Instant deadline)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Integer>> parts = new ArrayList<>();
      IntStream.range(0, threads)
          .forEach(
              i -> {
                int first = (int) ((long) count * i / threads);
                int end = (int) ((long) count * (i + 1) / threads);
                parts.add(() -> write(batch, first, end, deadline));
              });
      long start = System.nanoTime();
      long written = 0;
      for (Future<Integer> part : pool.invokeAll(parts)) {
        written += part.get();
      }
      String what = "computed and written as CSV, forced to disk, threads: " + threads;
      return Measurement.since(start, what, written, "codes");
    } finally {
      pool.shutdownNow();
    }
  }

  private int write(BatchView batch, int first, int end, Instant deadline) throws IOException {
    Path file = Files.createTempFile("zhenma-bench", ".csv");
    int next = first;
    try {
      while (next < end && Instant.now().isBefore(deadline)) {
        int count = Math.min(CODES_A_FILE, end - next);
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
          files.lines(
              CodeLineFormat.CSV,
              batch,
              new CodeRange(List.of(CodeKind.INNER), next, count),
              1,
              out,
              done -> {});
          out.getChannel().force(true);
        }
        next += count;
      }
      return next - first;
    } finally {
      Files.delete(file);
    }
  }
}
