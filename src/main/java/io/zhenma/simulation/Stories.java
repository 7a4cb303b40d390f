package io.zhenma.simulation;

import io.zhenma.place.Region;
import io.zhenma.simulation.PlanStep.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What honest people do with an item that one of them bought. */
final class Stories {
  private static final double VPN_COMPANION = 0.2;
  private static final double SECOND_LOOK = 0.3;
  private static final int SHOPS = 300;

  private final Population population;
  private final Market market;
  private final Looks looks;
  private final Dice dice;

  Stories(Population population, Market market, Looks looks, Dice dice) {
    this.population = population;
    this.market = market;
    this.looks = looks;
    this.dice = dice;
  }

  /** All scans of the item, the first at {@code at}. */
  List<Scan> ofPurchase(Stock.Item item, long customer, Instant at) {
    Visitor buyer = population.customer(customer);
    if (buyer.network() == Visitor.Network.VPN) {
      return vpn(item, buyer, at);
    }
    Scenario story = Scenario.ofPurchase(dice);
    return switch (story) {
      case AGAIN -> again(item, buyer, at);
      case RELOAD ->
          List.of(look(item, buyer, at, story), look(item, buyer, minutes(at, 9), story));
      case HOUSEHOLD -> household(item, buyer, at);
      case GIFT -> gift(item, buyer, at);
      case RESELLER -> reseller(item, customer, at);
      case TRAVEL -> travel(item, buyer, at);
      default -> List.of(look(item, buyer, at, Scenario.ONCE));
    };
  }

  private List<Scan> again(Stock.Item item, Visitor buyer, Instant at) {
    List<Scan> scans = new ArrayList<>();
    scans.add(look(item, buyer, at, Scenario.AGAIN));
    Instant next = days(at, 0.3, 25);
    scans.add(look(item, buyer, next, Scenario.AGAIN));
    if (dice.chance(SECOND_LOOK)) {
      scans.add(look(item, buyer, days(next, 0.5, 40), Scenario.AGAIN));
    }
    return scans;
  }

  private List<Scan> household(Stock.Item item, Visitor buyer, Instant at) {
    List<Scan> scans = new ArrayList<>();
    scans.add(look(item, buyer, at, Scenario.HOUSEHOLD));
    long others = 1 + dice.below(3);
    for (long other = 0; other < others; other++) {
      Visitor companion = population.companionOf(buyer, other);
      scans.add(look(item, companion, days(at, 0.002, 12), Scenario.HOUSEHOLD));
    }
    return scans;
  }

  private List<Scan> gift(Stock.Item item, Visitor buyer, Instant at) {
    Region far = market.elsewhere(buyer.home(), dice);
    Visitor receiver = population.personOf(far, "receiver", dice.nextLong(), 0);
    return List.of(
        look(item, buyer, at, Scenario.GIFT),
        look(item, receiver, days(at, 1.5, 20), Scenario.GIFT));
  }

  private List<Scan> reseller(Stock.Item item, long customer, Instant at) {
    Visitor shop = population.person("shop", dice.below(SHOPS), 0);
    Visitor buyer = population.personOf(shop.home(), "shopper", customer, shop.device().hashCode());
    return List.of(
        look(item, shop, at, Scenario.RESELLER),
        look(item, buyer, days(at, 0.5, 30), Scenario.RESELLER));
  }

  private List<Scan> travel(Stock.Item item, Visitor buyer, Instant at) {
    Region far = market.elsewhere(buyer.home(), dice);
    return List.of(
        look(item, buyer, at, Scenario.TRAVEL),
        looks.away(item, buyer, far, days(at, 0.2, 4), Truth.HONEST, Scenario.TRAVEL));
  }

  private List<Scan> vpn(Stock.Item item, Visitor buyer, Instant at) {
    List<Scan> scans = new ArrayList<>();
    scans.add(look(item, buyer, at, Scenario.VPN));
    scans.add(look(item, buyer, days(at, 0.001, 6), Scenario.VPN));
    if (dice.chance(VPN_COMPANION)) {
      Visitor companion = population.companionOf(buyer, 0);
      scans.add(look(item, companion, days(at, 0.002, 2), Scenario.VPN));
    }
    return scans;
  }

  private Scan look(Stock.Item item, Visitor visitor, Instant at, Scenario story) {
    return looks.look(item, visitor, at, Truth.HONEST, story);
  }

  private Instant minutes(Instant at, double most) {
    return at.plusMillis((long) (dice.between(0.1, most) * 60_000));
  }

  private Instant days(Instant at, double least, double most) {
    return at.plusMillis((long) (dice.logBetween(least, most) * Duration.ofDays(1).toMillis()));
  }
}
