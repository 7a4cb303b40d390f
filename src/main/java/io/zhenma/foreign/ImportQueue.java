package io.zhenma.foreign;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Imports of this process, one after the other: each keeps a core and the database busy. Tells the
 * others that they are alive, and ends those of processes that died.
 */
@ApplicationScoped
class ImportQueue {
  private final CodeImports imports;
  private final CodeImporter importer;
  private final Leftovers leftovers;
  private final ImportSpool spool;
  private final Set<Long> mine = ConcurrentHashMap.newKeySet();
  private final ManagedExecutor worker =
      ManagedExecutor.builder()
          .maxAsync(1)
          .maxQueued(-1)
          .propagated()
          .cleared(ThreadContext.ALL_REMAINING)
          .build();

  ImportQueue(CodeImports imports, CodeImporter importer, Leftovers leftovers, ImportSpool spool) {
    this.imports = imports;
    this.importer = importer;
    this.leftovers = leftovers;
    this.spool = spool;
  }

  /** Works on an import as soon as those before it have ended; returns at once. */
  void add(long importId) {
    mine.add(importId);
    worker.execute(
        () -> {
          try {
            importer.work(importId);
          } finally {
            mine.remove(importId);
          }
        });
  }

  /** Apart from {@link #tidy}, which may take longer than others wait for a sign of life. */
  @Scheduled(
      every = "10s",
      identity = "code-imports",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() {
    if (!mine.isEmpty()) {
      imports.seen(Set.copyOf(mine));
    }
    imports.failLost();
  }

  @Scheduled(
      every = "30s",
      identity = "code-import-leftovers",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tidy() {
    leftovers.sweepUnlessBusy();
  }

  @Scheduled(every = "1h", identity = "code-import-files")
  void forget() {
    spool.forget();
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
