package io.zhenma.simulation;

import io.zhenma.place.Region;
import io.zhenma.place.Regions;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the brand sells: provinces as in {@code simulation/market.csv}, their first cities most.
 */
final class Market {
  private final List<Region> places = new ArrayList<>();
  private final double[] weights;

  Market() {
    List<Double> shares = new ArrayList<>();
    TextResource.lines("market.csv")
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(row -> addProvince(row[0], Double.parseDouble(row[1]), shares));
    weights = Dice.cumulative(shares.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void addProvince(String code, double weight, List<Double> shares) {
    Regions china = Regions.china();
    List<Region> cities = china.citiesOf(code);
    List<Region> named = cities.isEmpty() ? List.of(china.byCode(code).orElseThrow()) : cities;
    double total = 0;
    for (int rank = 0; rank < named.size(); rank++) {
      total += 1.0 / (rank + 1.5);
    }
    for (int rank = 0; rank < named.size(); rank++) {
      places.add(named.get(rank));
      shares.add(weight / (rank + 1.5) / total);
    }
  }

  /** A city, or a province that has none. */
  Region place(Dice dice) {
    return places.get(dice.pick(weights));
  }

  /** Another place than this one. */
  Region elsewhere(Region here, Dice dice) {
    Region other = place(dice);
    return other.equals(here) ? places.get((places.indexOf(here) + 1) % places.size()) : other;
  }
}
