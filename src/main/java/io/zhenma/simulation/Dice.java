package io.zhenma.simulation;

import java.util.UUID;

/**
 * Chance that comes out the same on every machine and Java version: SplitMix64 (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
final class Dice {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The dice of one thing in the simulated world: its role and up to two numbers name it. */
  static Dice of(long seed, String role, long first, long second) {
    long mixed = mix(seed + GAMMA * role.hashCode());
    return new Dice(mix(mix(mixed + GAMMA * first) + GAMMA * second));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** 0 to 1, 1 excluded. */
  double unit() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** 0 to {@code bound - 1}. */
  long below(long bound) {
    return Math.min(bound - 1, (long) (unit() * bound));
  }

  double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /** Each order of magnitude from {@code low} to {@code high} is as likely as the other. */
  double logBetween(double low, double high) {
    return low * Math.pow(high / low, unit());
  }

  double exponential(double mean) {
    return -mean * Math.log(1 - unit());
  }

  /** An index, each as likely as its weight. */
  int pick(double[] cumulativeWeights) {
    double point = unit() * cumulativeWeights[cumulativeWeights.length - 1];
    int low = 0;
    int high = cumulativeWeights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulativeWeights[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  static double[] cumulative(double... weights) {
    double[] sums = weights.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  /** In the form of a random UUID (RFC 9562, version 4). */
  UUID nextUuid() {
    long high = nextLong() & ~0xF000L | 0x4000L;
    long low = nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low);
  }
}
