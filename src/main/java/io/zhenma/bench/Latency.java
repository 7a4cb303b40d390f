package io.zhenma.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long answers took, in milliseconds: the time within which half, 99 % and 99.9 % of them came
 * (nearest rank: the smallest measured time that at least that share did not exceed).
 */
public record Latency(double p50, double p99, double p999) {

  /**
   * Sums up single times.
   *
   * @param nanos one element an answer, at least one
   */
  static Latency of(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no answer, no latency");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latency(rank(sorted, 500), rank(sorted, 990), rank(sorted, 999));
  }

  private static double rank(long[] sorted, long perMille) {
    long rank = (perMille * sorted.length + 999) / 1_000;
    return sorted[(int) Math.max(0, rank - 1)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms", p50, p99, p999);
  }
}
