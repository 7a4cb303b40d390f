package io.zhenma.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Gives planned scans to a service by as many threads as scans may be under way, each scan in a
 * request's context as a server gives it.
 */
@ApplicationScoped
class ServiceScans {

  /**
   * Makes them, each thread the next one as soon as it has its answer.
   *
   * @param scan makes one and returns when it is durable
   * @throws ExecutionException the first failure of a scan
   */
  Answers run(
      String what,
      List<PlannedScan> plan,
      int threads,
      Instant deadline,
      Consumer<PlannedScan> scan)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Tally tally = new Tally(plan, deadline);
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(plan, tally, scan)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
      return tally.answers(what + ", " + threads + " in flight");
    } finally {
      pool.shutdownNow();
    }
  }

  private void work(List<PlannedScan> plan, Tally tally, Consumer<PlannedScan> scan) {
    for (int index = tally.next(); index >= 0; index = tally.next()) {
      long start = System.nanoTime();
      make(plan.get(index), scan);
      tally.succeeded(index, System.nanoTime() - start);
    }
  }

  @ActivateRequestContext
  void make(PlannedScan planned, Consumer<PlannedScan> scan) {
    scan.accept(planned);
  }
}
