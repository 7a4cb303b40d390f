package io.zhenma.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out planned scans to whoever makes them at the same time, and counts what became of them.
 * Each scan's place is written by one thread only; results are read after all have ended.
 */
final class Tally {
  private static final int SUCCESS = 200;
  private static final int NOT_MADE = -1;

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
    Arrays.fill(status, NOT_MADE);
  }

  /** The number of the next scan to make, or -1 when there is none or the time is over. */
  int next() {
    int index = next.getAndIncrement();
    return index < plan.size() && Instant.now().isBefore(deadline) ? index : -1;
  }

  void answered(int index, long tookNanos, int httpStatus) {
    nanos[index] = tookNanos;
    status[index] = httpStatus;
  }

  void succeeded(int index, long tookNanos) {
    answered(index, tookNanos, SUCCESS);
  }

  /** The result; the time ends now. */
  Answers answers(String what) {
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<Integer, Long> statuses = new TreeMap<>();
    List<UUID> acknowledged = new ArrayList<>();
    long[] times = new long[plan.size()];
    for (int i = 0; i < status.length; i++) {
      if (status[i] != NOT_MADE) {
        statuses.merge(status[i], 1L, Long::sum);
      }
      if (status[i] == SUCCESS) {
        times[acknowledged.size()] = nanos[i];
        acknowledged.add(plan.get(i).id());
      }
    }
    int count = acknowledged.size();
    Latency latency = count == 0 ? null : Latency.of(Arrays.copyOf(times, count));
    return new Answers(
        new Measurement(what, count, "scans", seconds, latency), statuses, acknowledged);
  }
}
