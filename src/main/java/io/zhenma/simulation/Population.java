package io.zhenma.simulation;

import io.zhenma.place.Region;
import java.util.Locale;

/**
 * Everybody in the simulated world. Nobody is stored: a person is made again from the seed whenever
 * needed, the same each time.
 */
final class Population {
  /** The higher, the more of the purchases are made by the few most loyal. */
  private static final double LOYALTY = 2.2;

  private static final double CUSTOMERS_FROM_THE_START = 0.35;
  private static final int DRAWS = 12;

  /** Half of the people use mobile data half as often as the average, half use it more. */
  private static final double SPREAD = 0.5;

  private static final double TUNNEL_ABROAD = 0.6;

  private final SimulationParameters parameters;
  private final Market market;
  private final AddressBook addresses;
  private final Phones phones = new Phones();

  Population(SimulationParameters parameters, Market market, AddressBook addresses) {
    this.parameters = parameters;
    this.market = market;
    this.addresses = addresses;
  }

  /** The number of somebody who buys on that day: the loyal often, many once, some no more. */
  long buyer(double shareOfPeriod, Dice dice) {
    long customer = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      customer = (long) (parameters.customers() * Math.pow(dice.unit(), LOYALTY));
      if (buysAt(customer, shareOfPeriod)) {
        return customer;
      }
    }
    return customer;
  }

  private boolean buysAt(long customer, double shareOfPeriod) {
    Dice life = Dice.of(parameters.seed(), "life", customer, 0);
    double from = life.chance(CUSTOMERS_FROM_THE_START) ? 0 : life.between(0, 0.95);
    double until = from + life.exponential(0.5);
    return shareOfPeriod >= from && shareOfPeriod <= until;
  }

  Visitor customer(long number) {
    return person("customer", number, 0);
  }

  /** Somebody with a role of their own, numbered within it, anywhere in the market. */
  Visitor person(String role, long first, long second) {
    Dice dice = Dice.of(parameters.seed(), role, first, second);
    return person(market.place(dice), dice);
  }

  /** Somebody with a role of their own who lives in that place. */
  Visitor personOf(Region home, String role, long first, long second) {
    return person(home, Dice.of(parameters.seed(), role, first, second));
  }

  Visitor companionOf(Visitor visitor, long number) {
    Dice dice =
        Dice.of(parameters.seed(), "household", visitor.device().getLeastSignificantBits(), number);
    return visitor.companion(dice.nextUuid(), phones.phone(dice), mobile(dice), forgets(dice));
  }

  /** The same phone in another app. */
  Visitor otherApp(Visitor visitor) {
    Dice dice = Dice.of(parameters.seed(), "app", visitor.device().getLeastSignificantBits(), 0);
    return visitor.otherApp(dice.nextUuid(), phones.phone(dice));
  }

  private Visitor person(Region home, Dice dice) {
    Visitor.Tunnel tunnel = tunnel(dice);
    return new Visitor(
        dice.nextUuid(),
        phones.phone(dice),
        home,
        addresses.addressIn(home, dice),
        mobile(dice),
        tunnel,
        exit(tunnel, dice),
        forgets(dice),
        dice.chance(0.12),
        dice.chance(0.97) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
  }

  private double mobile(Dice dice) {
    double mean = parameters.habits().mobile();
    double off = SPREAD * Math.min(mean, 1 - mean);
    return dice.chance(0.5) ? mean - off : mean + off;
  }

  private boolean forgets(Dice dice) {
    return dice.chance(parameters.habits().forgetful());
  }

  private Visitor.Tunnel tunnel(Dice dice) {
    if (!dice.chance(parameters.habits().vpn())) {
      return Visitor.Tunnel.NONE;
    }
    if (dice.chance(TUNNEL_ABROAD)) {
      return Visitor.Tunnel.ABROAD;
    }
    return dice.chance(parameters.habits().hiddenVpn())
        ? Visitor.Tunnel.HIDDEN
        : Visitor.Tunnel.RENTED;
  }

  private int exit(Visitor.Tunnel tunnel, Dice dice) {
    return switch (tunnel) {
      case NONE, ABROAD -> addresses.abroad(dice);
      case RENTED -> addresses.rented(dice);
      case HIDDEN -> addresses.addressIn(market.place(dice), dice);
    };
  }
}
