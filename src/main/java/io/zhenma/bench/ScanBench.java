package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.HttpServer;
import io.zhenma.bench.HttpLoad.Target;
import io.zhenma.issuing.BatchView;
import io.zhenma.scan.JournalFollower;
import io.zhenma.scan.JournalProjection;
import io.zhenma.scan.UserAgents;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Scans over HTTP by a load generator in another process: as many as are answered, then half as
 * many, evenly, against the endpoint with a transaction a scan; and all again with a year's worth
 * of scans stored before. The other endpoint goes first: what it loads makes Java compile anew what
 * was compiled before, and what is measured after it is warmed up after it.
 */
@ApplicationScoped
class ScanBench {
  private final AgroalDataSource database;
  private final HttpServer server;
  private final BenchBrand brands;
  private final ScanLoad load;
  private final HttpLoad http;
  private final NaiveEndpoint naive;
  private final StoredScans stored;
  private final UserAgents agents;
  private final JournalFollower follower;
  private final List<JournalProjection> projections;

  ScanBench(
      AgroalDataSource database,
      HttpServer server,
      BenchBrand brands,
      ScanLoad load,
      HttpLoad http,
      NaiveEndpoint naive,
      StoredScans stored,
      UserAgents agents,
      JournalFollower follower,
      @All List<JournalProjection> projections) {
    this.database = database;
    this.server = server;
    this.brands = brands;
    this.load = load;
    this.http = http;
    this.naive = naive;
    this.stored = stored;
    this.agents = agents;
    this.follower = follower;
    this.projections = projections;
  }

  /**
   * What was measured.
   *
   * @param statuses how often each HTTP status was answered by ours
   */
  record Measured(
      List<Comparison> comparisons,
      List<Measurement> others,
      Map<Integer, Long> statuses,
      ReadBack readBack) {}

  /** Measures on the batch, which is fresh. */
  Measured measure(BatchView batch, BenchParameters parameters, Consumer<String> progress)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    Run run = new Run(batch, parameters, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    if (parameters.stored() > 0) {
      stored.makeWeeks();
    }
    progress.accept("scans over HTTP: a transaction each");
    Answers theirs = told(naively(parameters), progress);
    progress.accept("scans over HTTP: warm-up");
    warmUp(run);
    progress.accept("scans over HTTP: ours, as many as are answered, then half as many");
    Answers ours = told(run.post(parameters.scans(), 0), progress);
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(
        new Comparison(
            "scans over HTTP, against a transaction each",
            ours.measurement(),
            theirs.measurement()));
    List<Measurement> others = new ArrayList<>();
    double half = ours.measurement().perSecond() / 2;
    settle(batch.brandId());
    others.add(told(run.post(parameters.scans() / 2, half), progress).measurement());
    if (parameters.stored() > 0) {
      stored.fill(batch.brandId(), load, parameters.stored(), progress);
      progress.accept("scans over HTTP with those stored: the same again");
      warmUp(run);
      settle(batch.brandId());
      Answers again = told(run.post(parameters.scans(), 0), progress);
      comparisons.add(
          new Comparison(
              String.format(
                  Locale.ROOT,
                  "scans over HTTP with %,d stored before, against none",
                  parameters.stored()),
              again.measurement(),
              ours.measurement()));
      settle(batch.brandId());
      others.add(told(run.post(parameters.scans() / 2, half), progress).measurement());
    }
    ReadBack readBack = run.readBack();
    progress.accept(readBack.toString());
    return new Measured(comparisons, others, run.statuses, readBack);
  }

  /**
   * Java compiles, and the database writes out what was stored before. Parsing headers the first
   * time builds the parser, seconds of work that a server does once.
   */
  private void warmUp(Run run) throws IOException, InterruptedException, SQLException {
    run.post(run.parameters.warmUp(), 0);
    agents.readAll();
    run.post(run.parameters.warmUp(), 0);
  }

  /** What follows the journal is behind after as many scans as could be answered. */
  private void settle(long brandId) throws SQLException {
    for (JournalProjection projection : projections) {
      follower.follow(projection, brandId);
    }
  }

  private static Answers told(Answers answers, Consumer<String> progress) {
    progress.accept(answers.measurement().toString());
    return answers;
  }

  private Answers naively(BenchParameters parameters) throws IOException, InterruptedException {
    BatchView batch = brands.create();
    var endpoint = naive.start();
    try {
      Target target =
          new Target(
              endpoint.actualPort(),
              NaiveEndpoint.PATH,
              parameters.inFlight(),
              0,
              parameters.seconds());
      http.run(() -> load.plan(batch, parameters.naiveScans(), parameters.inFlight()), target);
      return http.run(
          () -> load.plan(batch, parameters.naiveScans(), parameters.inFlight()), target);
    } finally {
      endpoint.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  /** Posts to ours, and remembers what was acknowledged. */
  private final class Run {
    private final BatchView batch;
    private final BenchParameters parameters;
    private final Instant since;
    private final List<UUID> acknowledged = new ArrayList<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();

    Run(BatchView batch, BenchParameters parameters, Instant since) {
      this.batch = batch;
      this.parameters = parameters;
      this.since = since;
    }

    Answers post(int count, double rate) throws IOException, InterruptedException {
      Answers answers =
          http.run(
              () -> load.plan(batch, count, parameters.inFlight()),
              new Target(
                  server.getPort(),
                  Target.SCANS,
                  parameters.inFlight(),
                  rate,
                  parameters.seconds()));
      acknowledged.addAll(answers.acknowledged());
      answers.statuses().forEach((status, times) -> statuses.merge(status, times, Long::sum));
      return answers;
    }

    ReadBack readBack() throws SQLException {
      try (Connection connection = database.getConnection()) {
        return ReadBack.of(connection, batch.brandId(), since, acknowledged);
      }
    }
  }
}
