package io.zhenma.simulation;

import java.util.EnumMap;
import java.util.Map;

/**
 * How honest people behave. Shares are from 0 to 1.
 *
 * @param largestHousehold people of a large household; 1 to 12
 * @param curious share of a household's members who look too
 * @param visitors share of the households that show the item to one to three visitors
 * @param mobile share of the looks that are made on mobile data
 * @param gateways share of those whose carrier's gateway stands in another province
 * @param vpn share of the people who mostly come through a VPN
 * @param hiddenVpn share of the VPNs in the country that look like a line in another province
 * @param forgetful share of the people whose browsers keep no cookies
 * @param weights how often a bought item takes a story, where not as {@link Scenario} says
 */
public record Habits(
    int largestHousehold,
    double curious,
    double visitors,
    double mobile,
    double gateways,
    double vpn,
    double hiddenVpn,
    double forgetful,
    Map<Scenario, Double> weights) {
  /** What is assumed unless something else is asked for. */
  public static final Habits STANDARD =
      new Habits(8, 0.6, 0.15, 0.45, 0.15, 0.03, 0.3, 0.06, Map.of());

  private static final int MOST_PEOPLE = 12;
  private static final double MOST_WEIGHT = 1_000_000;

  public Habits {
    SimulationParameters.within("household", largestHousehold, 1, MOST_PEOPLE);
    SimulationParameters.share("curious", curious);
    SimulationParameters.share("visitors", visitors);
    SimulationParameters.share("mobile", mobile);
    SimulationParameters.share("gateways", gateways);
    SimulationParameters.share("vpn", vpn);
    SimulationParameters.share("hidden-vpn", hiddenVpn);
    SimulationParameters.share("forgetful", forgetful);
    weights = weights.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(weights));
    weights.forEach(
        (scenario, weight) -> {
          if (scenario.weight() == 0 || !(weight >= 0 && weight <= MOST_WEIGHT)) {
            throw new IllegalArgumentException(
                "weights are for stories of bought items, from 0 to 1000000");
          }
        });
    if (total(weights) <= 0) {
      throw new IllegalArgumentException("at least one story has a weight above 0");
    }
  }

  private static double total(Map<Scenario, Double> weights) {
    double total = 0;
    for (Scenario scenario : Scenario.values()) {
      total += weights.getOrDefault(scenario, scenario.weight());
    }
    return total;
  }

  /** Cumulative weights of all scenarios, in their order. */
  double[] mix() {
    double[] mix = new double[Scenario.values().length];
    for (Scenario scenario : Scenario.values()) {
      mix[scenario.ordinal()] = weights.getOrDefault(scenario, scenario.weight());
    }
    return Dice.cumulative(mix);
  }
}
