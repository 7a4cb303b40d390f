package io.zhenma.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out planned scans to whoever makes them at the same time, and counts what became of them.
 * Each scan's place is written by one thread only; results are read after all have ended.
 */
final class Tally {
  private final List<PlannedScan> plan;
  private final Instant deadline;
  private final AtomicInteger next = new AtomicInteger();
  private final long[] nanos;
  private final int[] status;
  private final long start = System.nanoTime();

  Tally(List<PlannedScan> plan, Instant deadline) {
    this.plan = plan;
    this.deadline = deadline;
    this.nanos = new long[plan.size()];
    this.status = new int[plan.size()];
    Arrays.fill(status, Answers.NOT_MADE);
  }

  /** The number of the next scan to make, or -1 when there is none or the time is over. */
  int next() {
    int index = next.getAndIncrement();
    return index < plan.size() && Instant.now().isBefore(deadline) ? index : -1;
  }

  void succeeded(int index, long tookNanos) {
    nanos[index] = tookNanos;
    status[index] = Answers.SUCCESS;
  }

  /** The result; the time ends now. */
  Answers answers(String what) {
    return Answers.of(
        what,
        plan.stream().map(PlannedScan::id).toList(),
        status,
        nanos,
        (System.nanoTime() - start) / 1e9,
        0);
  }
}
