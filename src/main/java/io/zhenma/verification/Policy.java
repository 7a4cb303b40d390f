package io.zhenma.verification;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A brand's thresholds of the verdict. Passing a limit of people or places gives 60 points, two
 * thirds of it none, what lies between in proportion.
 *
 * @param version recorded with every scan that it judged; {@value #STANDARD_VERSION} is the
 *     standard
 * @param thresholds all of them, each within its limits
 */
public record Policy(int version, Map<Threshold, Integer> thresholds) {
  public static final int STANDARD_VERSION = 1;

  /** What every brand has until it chooses its own. */
  public static final Policy STANDARD = new Policy(STANDARD_VERSION, Map.of());

  /** Points for a limit that was passed. */
  static final int PASSED = 60;

  /** The least there is beyond a limit: somebody behind a gateway. */
  private static final double STEP = 0.5;

  private static final double QUIET = 2 / 3.0;
  private static final int SECONDS = 60;
  private static final double METRES = 1_000;
  private static final double KMH_A_METRE_PER_SECOND = 3.6;

  /** What is left out is as in the standard. */
  public Policy {
    EnumMap<Threshold, Integer> all = new EnumMap<>(Threshold.class);
    for (Threshold threshold : Threshold.values()) {
      int value = thresholds.getOrDefault(threshold, threshold.standard());
      if (!threshold.allows(value)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is from %d to %d, not %d",
                threshold,
                threshold.least(),
                threshold.most(),
                value));
      }
      all.put(threshold, value);
    }
    thresholds = java.util.Collections.unmodifiableMap(all);
  }

  public int value(Threshold threshold) {
    return thresholds.getOrDefault(threshold, threshold.standard());
  }

  /** The same with one other threshold. */
  public Policy with(Threshold threshold, int value) {
    EnumMap<Threshold, Integer> changed = new EnumMap<>(thresholds);
    changed.put(threshold, value);
    return new Policy(version, changed);
  }

  /** The score from which on an item is suspect. */
  public int suspectFrom() {
    return value(Threshold.SUSPECT_FROM);
  }

  /** A device that comes back within this time is still looking the same look. */
  public long sessionSeconds() {
    return (long) SECONDS * value(Threshold.SESSION_MINUTES);
  }

  long rushSeconds() {
    return (long) SECONDS * value(Threshold.RUSH_MINUTES);
  }

  /** Nobody carries an item faster. */
  public double fastestMetresPerSecond() {
    return value(Threshold.FASTEST_KMH) / KMH_A_METRE_PER_SECOND;
  }

  /** Journeys below this are never called impossible. */
  public double shortestJourneyMetres() {
    return METRES * value(Threshold.SHORTEST_JOURNEY_KM);
  }

  /**
   * Points for so many where so many are allowed: none up to two thirds, {@link #PASSED} beyond
   * all.
   */
  static int ramp(double measured, int most) {
    double quiet = most * QUIET;
    double share = (measured - quiet) / (most + STEP - quiet);
    return (int) Math.max(0, Math.min(Evidence.MOST_POINTS, Math.round(PASSED * share)));
  }
}
