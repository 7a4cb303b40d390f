package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import io.zhenma.issuing.BatchView;
import io.zhenma.scan.Scans;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Runs the whole benchmark on a brand of its own, and takes that away in the end. One run at a time
 * in a database.
 */
@ApplicationScoped
@Unremovable
public class Bench {
  private static final Duration OLDEST_SCAN = Duration.ofDays(200);

  private final AgroalDataSource database;
  private final BenchBrand brands;
  private final CodeBench codes;
  private final LabelBench labels;
  private final ImportBench imports;
  private final ScanBench scanBench;
  private final ScanLoad load;
  private final ServiceScans service;
  private final Scans scans;
  private final ReportBench reports;
  private final Cleaning cleaning;

  Bench(
      AgroalDataSource database,
      BenchBrand brands,
      CodeBench codes,
      LabelBench labels,
      ImportBench imports,
      ScanBench scanBench,
      ScanLoad load,
      ServiceScans service,
      Scans scans,
      ReportBench reports,
      Cleaning cleaning) {
    this.database = database;
    this.brands = brands;
    this.codes = codes;
    this.labels = labels;
    this.imports = imports;
    this.scanBench = scanBench;
    this.load = load;
    this.service = service;
    this.scans = scans;
    this.reports = reports;
    this.cleaning = cleaning;
  }

  /** Deletes what interrupted runs left; returns the number of their brands. */
  public int clean() throws SQLException {
    return cleaning.clean();
  }

  /**
   * Measures the parts that the parameters name.
   *
   * @param progress is told what begins
   * @throws ExecutionException when a scan or a file failed
   */
  public BenchResult run(BenchParameters parameters, Consumer<String> progress)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    Instant at = Instant.now();
    double before = Machine.load();
    List<Comparison> comparisons = new ArrayList<>();
    List<Measurement> others = new ArrayList<>();
    Map<Integer, Long> statuses = new TreeMap<>();
    ReadBack readBack = ReadBack.NONE;
    try {
      BatchView batch = brands.create();
      if (parameters.measures(BenchPart.CODES)) {
        progress.accept("codes: as files, as rows, as entities");
        comparisons.addAll(codes.measure(batch, parameters));
      }
      if (parameters.measures(BenchPart.LABELS)) {
        progress.accept("labels: our symbols, ZXing's symbols");
        comparisons.addAll(labels.measure(batch, parameters.labels()));
      }
      if (parameters.measures(BenchPart.IMPORTS)) {
        progress.accept("codes of an earlier system: a list, then a transaction a row");
        comparisons.add(imports.measure(batch, parameters));
      }
      if (parameters.measures(BenchPart.SCANS)) {
        ScanBench.Measured scanned = scanBench.measure(batch, parameters, progress);
        comparisons.addAll(scanned.comparisons());
        others.addAll(scanned.others());
        statuses.putAll(scanned.statuses());
        readBack = readBack.plus(scanned.readBack());
      }
      if (parameters.measures(BenchPart.REPORTS)) {
        BatchView reported = brands.create();
        progress.accept("reports: " + parameters.reportScans() + " scans, profiles, RFM, regions");
        readBack = readBack.plus(fill(reported, parameters, at.minus(OLDEST_SCAN)));
        ReportBench.Measured measured = reports.measure(reported.brandId());
        comparisons.addAll(measured.comparisons());
        others.addAll(measured.others());
      }
      try (Connection connection = database.getConnection()) {
        return new BenchResult(
            at,
            Machine.here(),
            before,
            Machine.load(),
            DatabaseFacts.of(connection),
            parameters,
            comparisons,
            others,
            statuses,
            readBack);
      }
    } finally {
      progress.accept("cleaning");
      load.stored(0);
      cleaning.clean();
    }
  }

  private ReadBack fill(BatchView batch, BenchParameters parameters, Instant since)
      throws ExecutionException, InterruptedException, SQLException {
    Answers answers =
        service.run(
            "the journal",
            load.plan(batch, parameters.reportScans(), parameters.inFlight()),
            parameters.inFlight(),
            parameters.deadline(),
            scan -> scans.scan(scan.request()).toCompletableFuture().join());
    try (Connection connection = database.getConnection()) {
      return ReadBack.of(connection, batch.brandId(), since, answers.acknowledged());
    }
  }
}
