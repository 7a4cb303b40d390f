package io.zhenma.simulation;

import java.util.Locale;

/**
 * Whose story a scan belongs to.
 *
 * <p>The weight is how often a bought item takes this story; those with weight 0 have causes of
 * their own.
 */
public enum Scenario {
  /** The buyer looks once. */
  ONCE(42),
  /** The buyer looks again, days later. */
  AGAIN(18),
  /** The buyer reloads the page within minutes. */
  RELOAD(6),
  /** One to four people of the household look, on phones of their own. */
  HOUSEHOLD(12),
  /** A household of five and more, all of whom look. */
  LARGE_HOUSEHOLD(1),
  /** Given away: the receiver looks in another city, and may give it on. */
  GIFT(5),
  /** A shop checks its stock, then the buyer looks, maybe in another province. */
  RESELLER(4),
  /** The buyer looks at home and again on a journey. */
  TRAVEL(5),
  /** On mobile data whose gateways jump from province to province. */
  GATEWAY(3),
  /** In private windows, or an app that forgets: each look is by a new device. */
  PRIVATE(2),
  /** In WeChat and again with the camera of the same phone. */
  TWO_APPS(2),
  /** The buyer's address is a VPN's. */
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

  private final double weight;

  Scenario(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }

  boolean isAttack() {
    return this == COPY_TOWN || this == COPY_COUNTRY;
  }

  /** Its share of the stories of bought items, unless other weights are asked for. */
  double share() {
    double total = 0;
    for (Scenario scenario : values()) {
      total += scenario.weight;
    }
    return weight / total;
  }

  /** Such as {@code large household}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
