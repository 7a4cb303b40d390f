package io.zhenma.simulation;

import io.zhenma.crypto.CodeKind;
import io.zhenma.place.Region;
import io.zhenma.simulation.PlanStep.Scan;
import java.time.Instant;

/** Turns "this person looks at this item then and there" into a scan. */
final class Looks {
  private static final double TUNNEL_IS_ON = 0.7;
  private static final double GATEWAY_OF_THE_PROVINCE = 0.3;

  private final AddressBook addresses;
  private final Market market;
  private final double gateways;
  private final Dice dice;

  /**
   * @param gateways share of looks on mobile data that come out in another province
   */
  Looks(AddressBook addresses, Market market, double gateways, Dice dice) {
    this.addresses = addresses;
    this.market = market;
    this.gateways = gateways;
    this.dice = dice;
  }

  /** A look at home. */
  Scan look(Stock.Item item, Visitor visitor, Instant at, Truth truth, Scenario scenario) {
    return scan(item, CodeKind.INNER, visitor, visitor.home(), at, truth, scenario, gateways);
  }

  /** A look in another place than home. */
  Scan away(
      Stock.Item item, Visitor visitor, Region place, Instant at, Truth truth, Scenario scenario) {
    return scan(item, CodeKind.INNER, visitor, place, at, truth, scenario, gateways);
  }

  /** A look through a carrier's gateway that is in another province more often than not. */
  Scan jumping(Stock.Item item, Visitor visitor, Instant at, Scenario scenario) {
    return scan(
        item,
        CodeKind.INNER,
        visitor.onMobileData(),
        visitor.home(),
        at,
        Truth.HONEST,
        scenario,
        Math.max(gateways, 0.6));
  }

  /** A look at the box's code in a shop. */
  Scan shelf(Stock.Item item, Visitor visitor, Instant at) {
    return scan(
        item, CodeKind.OUTER, visitor, visitor.home(), at, Truth.HONEST, Scenario.SHELF, gateways);
  }

  private Scan scan(
      Stock.Item item,
      CodeKind kind,
      Visitor visitor,
      Region place,
      Instant at,
      Truth truth,
      Scenario scenario,
      double elsewhere) {
    boolean tunnelled = visitor.tunnel() != Visitor.Tunnel.NONE && dice.chance(TUNNEL_IS_ON);
    boolean mobile = dice.chance(visitor.mobile());
    int address =
        tunnelled
            ? visitor.tunnelAddress()
            : mobile ? gateway(place, elsewhere) : line(visitor, place);
    return new Scan(
        dice.nextUuid(),
        at,
        item.batch(),
        item.number(),
        kind,
        truth,
        scenario,
        visitor.forgetful() ? dice.nextUuid() : visitor.device(),
        !visitor.forgetful(),
        address,
        Phones.now(visitor.phone(), mobile, dice),
        visitor.language(),
        visitor.position(place, dice));
  }

  private int line(Visitor visitor, Region place) {
    return place.equals(visitor.home()) ? visitor.homeAddress() : addresses.addressIn(place, dice);
  }

  private int gateway(Region place, double elsewhere) {
    if (dice.chance(elsewhere)) {
      return addresses.gatewayIn(market.place(dice), dice);
    }
    return dice.chance(GATEWAY_OF_THE_PROVINCE)
        ? addresses.gatewayNear(place, dice)
        : addresses.gatewayIn(place, dice);
  }
}
