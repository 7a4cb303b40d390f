package io.zhenma.simulation;

import java.util.UUID;

/**
 * What is to be simulated; the same parameters and end give the same scans, bit for bit.
 *
 * @param seed of all chance
 * @param scans number of scans, exactly; 100 to 10^9
 * @param customers people who may buy, of whom the loyal buy often and many not at all; 10 to 10^9
 * @param days length of the period, the last of which is the day of its end; 7 to 3650
 * @param copied share of the scans that are made on fakes with a copied code; 0 to 0.5
 */
public record SimulationParameters(long seed, long scans, long customers, int days, double copied) {
  private static final long MOST = 1_000_000_000L;

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

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is from " + least + " to " + most + ", not " + value);
    }
  }

  /** Eight hexadecimal digits that name a run of these parameters within its brand. */
  String key() {
    UUID name = Dice.of(seed, "run", scans, customers).nextUuid();
    return "%08x"
        .formatted(
            (int) Dice.of(name.getMostSignificantBits(), "run", days, copiedBits()).nextLong());
  }

  private long copiedBits() {
    return Double.doubleToLongBits(copied);
  }
}
