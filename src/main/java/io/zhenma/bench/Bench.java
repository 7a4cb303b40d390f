package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import io.zhenma.issuing.BatchView;
import io.zhenma.scan.Scans;
import io.zhenma.scan.UserAgents;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Runs the whole benchmark on a brand of its own, and takes that away in the end. One run at a time
 * in a database.
 */
@ApplicationScoped
@Unremovable
public class Bench {
  private final AgroalDataSource database;
  private final BenchBrand brands;
  private final CodeBench codes;
  private final LabelBench labels;
  private final ImportBench imports;
  private final ScanLoad load;
  private final HttpScans http;
  private final ServiceScans service;
  private final Scans scans;
  private final NaiveScans naive;
  private final UserAgents agents;
  private final ReportBench reports;
  private final Cleaning cleaning;

  Bench(
      AgroalDataSource database,
      BenchBrand brands,
      CodeBench codes,
      LabelBench labels,
      ImportBench imports,
      ScanLoad load,
      HttpScans http,
      ServiceScans service,
      Scans scans,
      NaiveScans naive,
      UserAgents agents,
      ReportBench reports,
      Cleaning cleaning) {
    this.database = database;
    this.brands = brands;
    this.codes = codes;
    this.labels = labels;
    this.imports = imports;
    this.load = load;
    this.http = http;
    this.service = service;
    this.scans = scans;
    this.naive = naive;
    this.agents = agents;
    this.reports = reports;
    this.cleaning = cleaning;
  }

  /** Deletes what interrupted runs left; returns the number of their brands. */
  public int clean() throws SQLException {
    return cleaning.clean();
  }

  /**
   * Measures everything.
   *
   * @param progress is told what begins
   * @throws ExecutionException when a scan or a file failed
   */
  public BenchResult run(BenchParameters parameters, Consumer<String> progress)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    Instant at = Instant.now();
    double load = Machine.load();
    try {
      BatchView batch = brands.create();
      progress.accept("codes: as files, as rows, as entities");
      List<Comparison> comparisons = new ArrayList<>(codes.measure(batch, parameters));
      progress.accept("labels: our symbols, ZXing's symbols");
      comparisons.addAll(labels.measure(batch, parameters.labels()));
      progress.accept("codes of an earlier system: a list, then a transaction a row");
      comparisons.add(imports.measure(batch, parameters));
      Scanned scanned = scan(batch, parameters, progress);
      comparisons.add(scanned.comparison());
      progress.accept("reports: " + parameters.reportScans() + " scans, profiles, RFM, regions");
      List<UUID> acknowledged = new ArrayList<>(scanned.acknowledged());
      acknowledged.addAll(fill(batch, parameters, acknowledged.size()));
      ReportBench.Measured reported = reports.measure(batch.brandId());
      comparisons.addAll(reported.comparisons());
      List<Measurement> others = new ArrayList<>(List.of(scanned.http().measurement()));
      others.addAll(reported.others());
      progress.accept("reading back " + acknowledged.size() + " scans");
      try (Connection connection = database.getConnection()) {
        return new BenchResult(
            at,
            Machine.here(),
            load,
            Machine.load(),
            DatabaseFacts.of(connection),
            parameters,
            comparisons,
            others,
            scanned.http().statuses(),
            ReadBack.of(connection, batch.brandId(), acknowledged));
      }
    } finally {
      progress.accept("cleaning");
      cleaning.clean();
    }
  }

  private record Scanned(Answers http, Comparison comparison, List<UUID> acknowledged) {}

  private Scanned scan(BatchView batch, BenchParameters parameters, Consumer<String> progress)
      throws SQLException, ExecutionException, InterruptedException {
    int inFlight = parameters.inFlight();
    progress.accept("scans over HTTP: warm-up, then " + parameters.scans());
    Answers warm =
        http.run(load.plan(batch, parameters.warmUp(), inFlight), inFlight, parameters.deadline());
    // Parsing headers the first time builds the parser, seconds of work that a server does once.
    agents.parseNew();
    Answers posted =
        http.run(load.plan(batch, parameters.scans(), inFlight), inFlight, parameters.deadline());
    progress.accept("scans at the service: ours, then a transaction each");
    Answers ours = ours(batch, parameters.scans(), parameters);
    BatchView other = brands.create();
    naively(other, parameters.naiveScans() / 4 + 1, parameters);
    Answers theirs = naively(other, parameters.naiveScans(), parameters);
    List<UUID> acknowledged = new ArrayList<>(warm.acknowledged());
    acknowledged.addAll(posted.acknowledged());
    acknowledged.addAll(ours.acknowledged());
    return new Scanned(
        posted,
        new Comparison(
            "scans recorded durably (both without HTTP), against a transaction each",
            ours.measurement(),
            theirs.measurement()),
        acknowledged);
  }

  private List<UUID> fill(BatchView batch, BenchParameters parameters, int already)
      throws ExecutionException, InterruptedException {
    int missing = Math.max(0, parameters.reportScans() - already);
    return ours(batch, missing, parameters).acknowledged();
  }

  private Answers ours(BatchView batch, int count, BenchParameters parameters)
      throws ExecutionException, InterruptedException {
    return service.run(
        "the journal",
        load.plan(batch, count, parameters.inFlight()),
        parameters.inFlight(),
        parameters.deadline(),
        scan -> scans.scan(scan.request()).toCompletableFuture().join());
  }

  private Answers naively(BatchView batch, int count, BenchParameters parameters)
      throws ExecutionException, InterruptedException {
    return service.run(
        "a transaction and two entities a scan",
        load.plan(batch, count, parameters.inFlight()),
        parameters.inFlight(),
        parameters.deadline(),
        scan -> naive.scan(scan.request()));
  }
}
