package io.zhenma.simulation;

import java.util.List;

/** The User-Agents people come with, as often as each is met. */
final class Phones {
  private static final String[] MOBILE = {"5G", "4G", "3gnet"};
  private static final double[] MOBILE_WEIGHTS = Dice.cumulative(60, 38, 2);

  private final List<String> headers;
  private final double[] weights;

  Phones() {
    List<String[]> rows =
        TextResource.lines("user-agents.txt").map(line -> line.split("\t", 2)).toList();
    headers = rows.stream().map(row -> row[1]).toList();
    weights =
        Dice.cumulative(rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray());
  }

  /** A phone, for good: what stays open is the network of the moment. */
  String phone(Dice dice) {
    return headers.get(dice.pick(weights)).replace("{id}", Long.toString(dice.below(10_000)));
  }

  /** What the phone says while it is on mobile data, or not; most apps do not say which. */
  static String now(String phone, boolean mobile, Dice dice) {
    return phone.replace("{net}", mobile ? MOBILE[dice.pick(MOBILE_WEIGHTS)] : "WIFI");
  }
}
