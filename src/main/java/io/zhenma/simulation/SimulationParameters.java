package io.zhenma.simulation;

import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is to be simulated; the same parameters and end give the same scans, bit for bit.
 *
 * @param seed of all chance
 * @param scans number of scans, exactly; 100 to 10^9
 * @param customers people who may buy, of whom the loyal buy often and many not at all; 10 to 10^9
 * @param days length of the period, the last of which is the day of its end; 7 to 3650
 * @param copied share of the scans that are made on fakes with a copied code; 0 to 0.5
 * @param habits of honest people
 * @param attacks of those who sell copies
 */
public record SimulationParameters(
    long seed,
    long scans,
    long customers,
    int days,
    double copied,
    Habits habits,
    Attacks attacks) {
  private static final long MOST = 1_000_000_000L;

  /** Raised whenever the same parameters come to other scans than before. */
  private static final int EDITION = 2;

  /** What fills the demonstration brand: half a year of a mid-sized brand's scans. */
  public static final SimulationParameters DEMO =
      new SimulationParameters(2026, 20_000, 8_000, 183, 0.04);

  public SimulationParameters {
    within("scans", scans, 100, MOST);
    within("customers", customers, 10, MOST);
    within("days", days, 7, 3650);
    if (!(copied >= 0 && copied <= 0.5)) {
      throw new IllegalArgumentException("copied is a share from 0 to 0.5, not " + copied);
    }
  }

  /** With the standard habits and attacks. */
  public SimulationParameters(long seed, long scans, long customers, int days, double copied) {
    this(seed, scans, customers, days, copied, Habits.STANDARD, Attacks.STANDARD);
  }

  /** The same with other dice. */
  public SimulationParameters withSeed(long other) {
    return new SimulationParameters(other, scans, customers, days, copied, habits, attacks);
  }

  static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is from " + least + " to " + most + ", not " + value);
    }
  }

  static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is a share from 0 to 1, not " + value);
    }
  }

  /** Eight hexadecimal digits that name a run of these parameters within its brand. */
  String key() {
    UUID name = Dice.of(seed, "run", scans, customers).nextUuid();
    long rest = Double.doubleToLongBits(copied) ^ behaviour().hashCode() * 0x9E3779B97F4A7C15L;
    return String.format(
        Locale.ROOT,
        "%08x",
        (int) Dice.of(name.getMostSignificantBits(), "run", days, rest).nextLong());
  }

  /** As text, which hashes the same on every machine, unlike enums. */
  private String behaviour() {
    TreeMap<String, Double> weights = new TreeMap<>();
    habits.weights().forEach((scenario, weight) -> weights.put(scenario.name(), weight));
    Habits plain =
        new Habits(
            habits.largestHousehold(),
            habits.curious(),
            habits.visitors(),
            habits.mobile(),
            habits.gateways(),
            habits.vpn(),
            habits.hiddenVpn(),
            habits.forgetful(),
            java.util.Map.of());
    return EDITION + " " + plain + " " + weights + " " + attacks;
  }
}
