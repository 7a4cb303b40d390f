package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where scans are decided and made durable. A few writers take whatever waits and commit it
 * together; a scan is answered after its commit and is never held in memory only. Scans of one item
 * go to one writer of this replica; between replicas the locked rows decide who was first.
 */
@ApplicationScoped
class Journal {
  private final AgroalDataSource database;
  private final JournalConfig config;
  private volatile List<JournalWriter> writers = List.of();

  Journal(AgroalDataSource database, JournalConfig config) {
    this.database = database;
    this.config = config;
  }

  void start(@Observes @Priority(10) StartupEvent started) {
    int firstLane = ThreadLocalRandom.current().nextInt(Lanes.COUNT);
    writers =
        IntStream.range(0, config.writers())
            .mapToObj(i -> new JournalWriter((firstLane + i) % Lanes.COUNT, database, config))
            .toList();
    writers.forEach(JournalWriter::start);
  }

  /** Lets every waiting scan be written and answered, then ends. */
  void stop(@Observes ShutdownEvent stopping) {
    writers.forEach(JournalWriter::stop);
  }

  /**
   * Completes after the commit that made the scan durable.
   *
   * @throws io.zhenma.problem.ProblemException overloaded, at once, when too many wait already
   */
  CompletionStage<Recorded> record(JournalEntry entry) {
    int key = Objects.hash(entry.brandId(), entry.content().batch(), entry.content().item());
    CompletableFuture<Recorded> answer = new CompletableFuture<>();
    writers
        .get(Math.floorMod(key, writers.size()))
        .submit(new JournalWriter.Waiting(entry, answer));
    return answer;
  }
}
