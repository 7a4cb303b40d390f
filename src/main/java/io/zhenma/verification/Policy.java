package io.zhenma.verification;

import java.time.Duration;

/**
 * The thresholds of the verdict.
 *
 * @param version recorded with every scan that it judged
 * @param mostDevices distinct devices up to which an item is one household's; 1 to 31
 * @param fastestMetresPerSecond nobody travels faster; an airliner's 250 plus a margin
 * @param shortestJourneyMetres journeys below this are never called impossible
 * @param sessionGap a device that comes back within this time is still looking the same look
 */
public record Policy(
    int version,
    int mostDevices,
    double fastestMetresPerSecond,
    double shortestJourneyMetres,
    Duration sessionGap) {
  /** What every brand has until it chooses its own. */
  public static final Policy STANDARD = new Policy(1, 5, 280, 100_000, Duration.ofMinutes(30));

  public Policy {
    if (mostDevices < 1 || mostDevices >= Sightings.MOST) {
      throw new IllegalArgumentException("mostDevices is 1 to " + (Sightings.MOST - 1));
    }
  }
}
