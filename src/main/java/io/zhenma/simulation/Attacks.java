package io.zhenma.simulation;

/**
 * How those behave who sell copies, and who buys from them. Each order of magnitude of copies is as
 * likely as the other; no attack is larger than a quarter of all scans on fakes.
 *
 * @param leastCopies fakes with one code that are scanned; 2 to 1,000,000
 * @param mostCopies at least {@code leastCopies}
 * @param town share of the attackers who sell in one town; the others sell all over the country
 * @param secondLook share of the buyers who look again
 * @param companion share of the buyers with somebody beside them who looks too
 * @param fewestDays after so many days, on average, a fake is scanned; 0.1 to 1,000
 * @param mostDays at least {@code fewestDays}; each attacker's pace lies between the two
 */
public record Attacks(
    int leastCopies,
    int mostCopies,
    double town,
    double secondLook,
    double companion,
    double fewestDays,
    double mostDays) {
  /** What is assumed unless something else is asked for. */
  public static final Attacks STANDARD = new Attacks(10, 10_000, 0.4, 0.25, 0.15, 8, 30);

  private static final int MOST = 1_000_000;

  public Attacks {
    SimulationParameters.within("least copies", leastCopies, 2, MOST);
    SimulationParameters.within("most copies", mostCopies, leastCopies, MOST);
    SimulationParameters.share("town", town);
    SimulationParameters.share("second-look", secondLook);
    SimulationParameters.share("companion", companion);
    if (!(fewestDays >= 0.1 && mostDays >= fewestDays && mostDays <= 1_000)) {
      throw new IllegalArgumentException("the days of an attack are from 0.1 to 1000, in order");
    }
  }
}
