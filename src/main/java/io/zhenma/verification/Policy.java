package io.zhenma.verification;

import java.time.Duration;

/**
 * The thresholds of the verdict. Passing a limit of people or places gives 60 points, two thirds of
 * it none, what lies between in proportion.
 *
 * @param version recorded with every scan that it judged; 1 is the standard
 * @param suspectFrom score from which an item is suspect; 20 to 100
 * @param mostDevices distinct devices that may look at an item; 2 to 20
 * @param mostStrangers networks they may come from, carriers' gateways counting half; 2 to 20
 * @param mostPlaces provinces they may be in, those told by carriers' gateways counting half; 1 to
 *     20
 * @param mostInRush networks within the time of a rush; passing this gives 30 points; 2 to 20
 * @param rush the time of a rush; 1 minute to 7 days
 * @param fastestMetresPerSecond nobody travels faster; an airliner's 250 plus a margin; 30 to 1,000
 * @param shortestJourneyMetres journeys below this are never called impossible; 10 to 5,000 km
 * @param sessionGap a device that comes back within this time is still looking the same look; 1
 *     minute to 1 day
 * @param travelPoints for two devices on lines too far apart; each further region adds half; 0 to
 *     100
 * @param territoryPoints for each province outside the sold territory, three at most; 0 to 19
 * @param earlyPoints for looks before the item was on sale; 0 to 59
 */
public record Policy(
    int version,
    int suspectFrom,
    int mostDevices,
    int mostStrangers,
    int mostPlaces,
    int mostInRush,
    Duration rush,
    double fastestMetresPerSecond,
    double shortestJourneyMetres,
    Duration sessionGap,
    int travelPoints,
    int territoryPoints,
    int earlyPoints) {
  /** What every brand has until it chooses its own. */
  public static final Policy STANDARD =
      new Policy(
          1, 60, 12, 6, 4, 4, Duration.ofHours(1), 280, 100_000, Duration.ofMinutes(30), 30, 8, 15);

  /** Points for a limit that was passed. */
  static final int PASSED = 60;

  /** The least there is beyond a limit: somebody behind a gateway. */
  private static final double STEP = 0.5;

  private static final double QUIET = 2 / 3.0;

  public Policy {
    within("suspectFrom", suspectFrom, 20, 100);
    within("mostDevices", mostDevices, 2, 20);
    within("mostStrangers", mostStrangers, 2, 20);
    within("mostPlaces", mostPlaces, 1, 20);
    within("mostInRush", mostInRush, 2, 20);
    within("rush", rush.toMinutes(), 1, Duration.ofDays(7).toMinutes());
    within("fastestMetresPerSecond", fastestMetresPerSecond, 30, 1_000);
    within("shortestJourneyMetres", shortestJourneyMetres, 10_000, 5_000_000);
    within("sessionGap", sessionGap.toMinutes(), 1, Duration.ofDays(1).toMinutes());
    within("travelPoints", travelPoints, 0, 100);
    within("territoryPoints", territoryPoints, 0, 19);
    within("earlyPoints", earlyPoints, 0, 59);
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is from %s to %s, not %s".formatted(name, least, most, value));
    }
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
