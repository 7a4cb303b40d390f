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
   */
  static Answers of(String what, List<UUID> ids, int[] status, long[] nanos, double seconds) {
    Map<Integer, Long> statuses = new TreeMap<>();
    List<UUID> acknowledged = new ArrayList<>();
    long[] times = new long[ids.size()];
    for (int i = 0; i < status.length; i++) {
      if (status[i] != NOT_MADE) {
        statuses.merge(status[i], 1L, Long::sum);
      }
      if (status[i] == SUCCESS) {
        times[acknowledged.size()] = nanos[i];
        acknowledged.add(ids.get(i));
      }
    }
    int count = acknowledged.size();
    Latency latency = count == 0 ? null : Latency.of(Arrays.copyOf(times, count));
    return new Answers(
        new Measurement(what, count, "scans", seconds, latency), statuses, acknowledged);
  }
}
