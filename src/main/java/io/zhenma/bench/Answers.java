package io.zhenma.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What became of planned scans.
 *
 * @param measurement of those that succeeded
 * @param statuses how often each HTTP status was answered; 0 stands for no answer
 * @param acknowledged ids of those answered with 200
 */
record Answers(Measurement measurement, Map<Integer, Long> statuses, List<UUID> acknowledged) {
  /** Done well, or answered with that HTTP status. */
  static final int SUCCESS = 200;

  /** The time was over before it was made. */
  static final int NOT_MADE = -1;

  /**
   * Sums up.
   *
   * @param ids of the scans of the plan, in its order
   * @param status of each
   * @param nanos until each was answered
   * @param untimed how many of the first are not in the latency, since their client had just
   *     started
   */
  static Answers of(
      String what, List<UUID> ids, int[] status, long[] nanos, double seconds, int untimed) {
    Map<Integer, Long> statuses = new TreeMap<>();
    List<UUID> acknowledged = new ArrayList<>();
    long[] times = new long[ids.size()];
    int timed = 0;
    for (int i = 0; i < status.length; i++) {
      if (status[i] != NOT_MADE) {
        statuses.merge(status[i], 1L, Long::sum);
      }
      if (status[i] == SUCCESS) {
        acknowledged.add(ids.get(i));
        if (i >= untimed) {
          times[timed++] = nanos[i];
        }
      }
    }
    int count = acknowledged.size();
    Latency latency = timed == 0 ? null : Latency.of(Arrays.copyOf(times, timed));
    return new Answers(
        new Measurement(what, count, "scans", seconds, latency), statuses, acknowledged);
  }
}
