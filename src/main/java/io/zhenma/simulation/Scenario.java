package io.zhenma.simulation;

/**
 * Whose story a scan belongs to.
 *
 * <p>The weight is how often a bought item takes this story; those with weight 0 have causes of
 * their own.
 */
enum Scenario {
  /** The buyer looks once. */
  ONCE(48),
  /** The buyer looks again, days later. */
  AGAIN(20),
  /** The buyer reloads the page within minutes. */
  RELOAD(6),
  /** Somebody of the household looks too, on a phone of their own. */
  HOUSEHOLD(12),
  /** Given away: the receiver looks in another city. */
  GIFT(5),
  /** A shop checks its stock, then the buyer looks. */
  RESELLER(4),
  /** The buyer looks at home and again on a journey. */
  TRAVEL(5),
  /** The buyer's address jumps about the world, as with a VPN. */
  VPN(0),
  /** The box's outer code, read in the shop. */
  SHELF(0),
  /** Found in a drawer after its last day. */
  LEFTOVER(0),
  /** People look again because of the recall. */
  RECALL(0),
  /** Labels stolen before they were used, on goods of others. */
  STOLEN_LABELS(0),
  /** Seen before it was put on sale. */
  TOO_EARLY(0),
  /** A code that nobody issued. */
  FORGED(0),
  /** A copied code on fakes sold in one town. */
  COPY_TOWN(0),
  /** A copied code on fakes sold all over the country. */
  COPY_COUNTRY(0);

  private static final double[] WEIGHTS = weights();

  private final double weight;

  Scenario(double weight) {
    this.weight = weight;
  }

  private static double[] weights() {
    double[] weights = new double[values().length];
    for (Scenario scenario : values()) {
      weights[scenario.ordinal()] = scenario.weight;
    }
    return Dice.cumulative(weights);
  }

  /** What becomes of an item that an honest person bought. */
  static Scenario ofPurchase(Dice dice) {
    return values()[dice.pick(WEIGHTS)];
  }

  /** Its share of the stories of bought items. */
  double share() {
    return weight / WEIGHTS[WEIGHTS.length - 1];
  }
}
