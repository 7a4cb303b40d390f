package io.zhenma.delivery;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Whose turn it is: deliveries take turns file by file, so that a small one doesn't wait for the
 * end of a large one. Thread-safe.
 */
final class Rota {
  private final int threads;
  private final Queue<DeliveryRun> waiting = new ArrayDeque<>();
  private int working;

  Rota(int threads) {
    this.threads = threads;
  }

  /** A file to make, and of which run. */
  record Turn(DeliveryRun run, DeliveryPart part) {}

  /**
   * Takes a run in.
   *
   * @return number of threads to start, each of which asks for turns until there are none
   */
  synchronized int add(DeliveryRun run) {
    waiting.add(run);
    int started = threads - working;
    working = threads;
    return started;
  }

  /** The next file; when there is none, the thread that asked has to end. */
  synchronized Optional<Turn> next() {
    for (DeliveryRun run = waiting.poll(); run != null; run = waiting.poll()) {
      Optional<DeliveryPart> part = run.next();
      if (part.isPresent()) {
        waiting.add(run);
        return Optional.of(new Turn(run, part.get()));
      }
    }
    working--;
    return Optional.empty();
  }
}
