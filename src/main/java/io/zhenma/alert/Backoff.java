package io.zhenma.alert;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long the next attempt waits: three times as long each time, up to a longest wait, and by
 * chance between half of that and all of it, so that what failed together doesn't return together.
 */
record Backoff(Duration first, Duration longest) {
  private static final int FACTOR = 3;

  /**
   * @param failures in a row, at least one
   */
  Duration after(int failures) {
    return after(failures, ThreadLocalRandom.current().nextDouble());
  }

  Duration after(int failures, double chance) {
    double wanted = first.toMillis() * Math.pow(FACTOR, failures - 1.0);
    double most = Math.min(wanted, longest.toMillis());
    return Duration.ofMillis(Math.round(most * (0.5 + chance / 2)));
  }
}
