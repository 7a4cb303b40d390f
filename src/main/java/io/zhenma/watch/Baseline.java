package io.zhenma.watch;

import java.util.List;

/**
 * What is usual, so that a few odd hours of the past don't spoil it: median and median absolute
 * deviation (MAD). For normally distributed values 1.4826 MAD is a standard deviation; counts
 * spread by the square root of their mean at least, which stands in for hours that were all alike.
 */
record Baseline(double median, double spread) {
  private static final double MAD_TO_DEVIATION = 1.4826;
  private static final int MULTIPLE = 3;

  /**
   * @param counts at least one
   */
  static Baseline of(List<Long> counts) {
    double median = median(counts.stream().map(Long::doubleValue).toList());
    double mad = median(counts.stream().map(count -> Math.abs(count - median)).toList());
    return new Baseline(median, Math.max(MAD_TO_DEVIATION * mad, Math.sqrt(median)));
  }

  /**
   * From how many on it is unusual: so many spreads above the median, three times the median at
   * least, and never less than the minimum.
   */
  long limit(long minimum, double factor) {
    double spreads = median + factor * spread;
    return (long) Math.ceil(Math.max(minimum, Math.max(spreads, MULTIPLE * median)));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
