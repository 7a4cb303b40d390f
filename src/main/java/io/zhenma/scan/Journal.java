package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where scans are decided and made durable. A few writers take whatever waits and commit it
 * together; a scan is answered after its commit and is never held in memory only. Scans of one code
 * go to one writer of this replica; between writers the locked rows decide who was first. What a
 * scan needs to be looked up for is looked up by the writer, so that whoever takes it from the
 * network never waits.
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
   * Hands a scan to the writer of its code.
   *
   * @throws io.zhenma.problem.ProblemException overloaded, at once, when too many wait already
   */
  void submit(ScannedCode code, Pending scan) {
    writers.get(Math.floorMod(code.text().hashCode(), writers.size())).submit(scan);
  }

  /** A scan that waits for a writer. Its methods are called on the writer's thread. */
  interface Pending {
    /** Finds out what is to be recorded; empty when the scan is answered without that. */
    Optional<JournalEntry> prepare();

    /** It is durable. */
    void recorded(Recorded recorded);

    void failed(Throwable why);
  }
}
