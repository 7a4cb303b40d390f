package io.zhenma.simulation;

import io.zhenma.place.Region;
import io.zhenma.simulation.PlanStep.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What honest people do with an item that one of them bought. */
final class Stories {
  private static final double SECOND_LOOK = 0.3;
  private static final int SHOPS = 300;
  private static final int MOST_VISITORS = 3;
  private static final int ORDINARY_HOUSEHOLD = 4;

  private final Population population;
  private final Market market;
  private final Looks looks;
  private final Habits habits;
  private final double[] mix;
  private final Dice dice;

  Stories(Population population, Market market, Looks looks, Habits habits, Dice dice) {
    this.population = population;
    this.market = market;
    this.looks = looks;
    this.habits = habits;
    this.mix = habits.mix();
    this.dice = dice;
  }

  /** All scans of the item, the first at {@code at}. */
  List<Scan> ofPurchase(Stock.Item item, long customer, Instant at) {
    Visitor buyer = population.customer(customer);
    Tale tale = new Tale(item, Scenario.values()[dice.pick(mix)]);
    if (buyer.tunnel() != Visitor.Tunnel.NONE) {
      return vpn(new Tale(item, Scenario.VPN), buyer, at);
    }
    return switch (tale.story) {
      case AGAIN -> again(tale, buyer, at);
      case RELOAD -> tale.look(buyer, at).look(buyer, minutes(at, 9)).scans;
      case HOUSEHOLD -> household(tale, buyer, ordinary(), habits.curious(), at);
      case LARGE_HOUSEHOLD -> household(tale, buyer, large(), 1, at);
      case GIFT -> gift(tale, buyer, at);
      case RESELLER -> reseller(tale, customer, at);
      case TRAVEL -> travel(tale, buyer, at);
      case GATEWAY -> gateway(tale, buyer, at);
      case PRIVATE -> inPrivate(tale, buyer, at);
      case TWO_APPS -> twoApps(tale, buyer, at);
      default -> tale.look(buyer, at).scans;
    };
  }

  private List<Scan> again(Tale tale, Visitor buyer, Instant at) {
    Instant next = days(at, 0.3, 25);
    tale.look(buyer, at).look(buyer, next);
    return dice.chance(SECOND_LOOK) ? tale.look(buyer, days(next, 0.5, 40)).scans : tale.scans;
  }

  private int ordinary() {
    return Math.min(habits.largestHousehold(), 2 + (int) dice.below(ORDINARY_HOUSEHOLD - 1));
  }

  private int large() {
    int least = Math.min(habits.largestHousehold(), ORDINARY_HOUSEHOLD + 1);
    return least + (int) dice.below(habits.largestHousehold() - least + 1);
  }

  private List<Scan> household(Tale tale, Visitor buyer, int people, double curious, Instant at) {
    tale.look(buyer, at);
    for (int member = 1; member < people; member++) {
      if (dice.chance(curious)) {
        Visitor companion = population.companionOf(buyer, member);
        Instant look = days(at, 0.002, 12);
        tale.look(companion, look);
        if (dice.chance(SECOND_LOOK)) {
          tale.look(companion, days(look, 0.1, 20));
        }
      }
    }
    if (dice.chance(habits.visitors())) {
      long visitors = 1 + dice.below(MOST_VISITORS);
      for (long visitor = 0; visitor < visitors; visitor++) {
        Visitor guest = population.personOf(buyer.home(), "guest", dice.nextLong(), visitor);
        tale.look(guest.visiting(buyer), days(at, 0.05, 30));
      }
    }
    return tale.scans;
  }

  /** On both ends somebody else may look; a gift in five is given on. */
  private List<Scan> gift(Tale tale, Visitor buyer, Instant at) {
    tale.look(buyer, at);
    if (dice.chance(0.3)) {
      tale.look(population.companionOf(buyer, 0), days(at, 0.002, 1));
    }
    Visitor holder = buyer;
    Instant when = at;
    int hands = dice.chance(0.2) ? 2 : 1;
    for (int hand = 0; hand < hands; hand++) {
      Region far = market.elsewhere(holder.home(), dice);
      holder = population.personOf(far, "receiver", dice.nextLong(), hand);
      when = days(when, 1.5, 20);
      tale.look(holder, when);
      if (dice.chance(0.4)) {
        tale.look(population.companionOf(holder, 0), days(when, 0.002, 5));
      }
    }
    return tale.scans;
  }

  /** Half of the shops sell by mail. */
  private List<Scan> reseller(Tale tale, long customer, Instant at) {
    Visitor shop = population.person("shop", dice.below(SHOPS), 0);
    tale.look(shop, at);
    if (dice.chance(0.2)) {
      tale.look(population.companionOf(shop, 0), days(at, 0.01, 3));
    }
    Region place = dice.chance(0.5) ? shop.home() : market.elsewhere(shop.home(), dice);
    Visitor buyer = population.personOf(place, "shopper", customer, shop.device().hashCode());
    Instant sold = days(at, place.equals(shop.home()) ? 0.5 : 1.5, 30);
    return household(tale, buyer, dice.chance(0.3) ? 2 : 1, 1, sold);
  }

  private List<Scan> travel(Tale tale, Visitor buyer, Instant at) {
    tale.look(buyer, at);
    if (dice.chance(0.3)) {
      tale.look(population.companionOf(buyer, 0), days(at, 0.002, 0.1));
    }
    Instant when = at;
    long stops = 1 + dice.below(3);
    for (long stop = 0; stop < stops; stop++) {
      when = days(when, 0.2, 4);
      tale.away(buyer, market.elsewhere(buyer.home(), dice), when);
    }
    return tale.scans;
  }

  private List<Scan> gateway(Tale tale, Visitor buyer, Instant at) {
    tale.scans.add(looks.jumping(tale.item, buyer, at, tale.story));
    long more = 1 + dice.below(4);
    for (long look = 0; look < more; look++) {
      Visitor who = dice.chance(0.4) ? population.companionOf(buyer, 0) : buyer;
      tale.scans.add(looks.jumping(tale.item, who, days(at, 0.001, 10), tale.story));
    }
    return tale.scans;
  }

  private List<Scan> inPrivate(Tale tale, Visitor buyer, Instant at) {
    Visitor forgetful = buyer.inPrivate();
    tale.look(forgetful, at);
    long more = 1 + dice.below(6);
    for (long look = 0; look < more; look++) {
      Instant when = days(at, 0.001, 30);
      if (dice.chance(0.2)) {
        tale.away(forgetful, market.elsewhere(buyer.home(), dice), days(when, 1, 5));
      } else {
        tale.look(forgetful, when);
      }
    }
    return tale.scans;
  }

  private List<Scan> twoApps(Tale tale, Visitor buyer, Instant at) {
    Visitor camera = population.otherApp(buyer);
    tale.look(buyer, at).look(camera, minutes(at, 5));
    return household(tale, buyer, dice.chance(0.3) ? 2 : 1, 1, days(at, 0.01, 3));
  }

  private List<Scan> vpn(Tale tale, Visitor buyer, Instant at) {
    tale.look(buyer, at).look(buyer, days(at, 0.001, 6));
    return household(tale, buyer, dice.chance(0.3) ? 3 : 1, habits.curious(), days(at, 0.002, 4));
  }

  private Instant minutes(Instant at, double most) {
    return at.plusMillis((long) (dice.between(0.1, most) * 60_000));
  }

  private Instant days(Instant at, double least, double most) {
    return at.plusMillis((long) (dice.logBetween(least, most) * Duration.ofDays(1).toMillis()));
  }

  /** One item's scans, as they come to be told. */
  private final class Tale {
    private final Stock.Item item;
    private final Scenario story;
    private final List<Scan> scans = new ArrayList<>();

    Tale(Stock.Item item, Scenario story) {
      this.item = item;
      this.story = story;
    }

    Tale look(Visitor visitor, Instant at) {
      scans.add(looks.look(item, visitor, at, Truth.HONEST, story));
      return this;
    }

    void away(Visitor visitor, Region place, Instant at) {
      scans.add(looks.away(item, visitor, place, at, Truth.HONEST, story));
    }
  }
}
