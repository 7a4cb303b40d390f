package io.zhenma.simulation;

import io.zhenma.crypto.CodeKind;
import io.zhenma.place.Region;
import io.zhenma.scan.ConsentedPosition;
import io.zhenma.simulation.PlanStep.Scan;
import java.time.Instant;
import java.util.Optional;

/** Turns "this person looks at this item then and there" into a scan. */
final class Looks {
  private final AddressBook addresses;
  private final Dice dice;

  Looks(AddressBook addresses, Dice dice) {
    this.addresses = addresses;
    this.dice = dice;
  }

  /** A look at home. */
  Scan look(Stock.Item item, Visitor visitor, Instant at, Truth truth, Scenario scenario) {
    return scan(
        item,
        CodeKind.INNER,
        visitor,
        at,
        truth,
        scenario,
        visitor.address(addresses, dice),
        visitor.position(visitor.home(), dice));
  }

  /** A look in another place than home. */
  Scan away(
      Stock.Item item, Visitor visitor, Region place, Instant at, Truth truth, Scenario scenario) {
    return scan(
        item,
        CodeKind.INNER,
        visitor,
        at,
        truth,
        scenario,
        addresses.addressIn(place, dice),
        visitor.position(place, dice));
  }

  /** A look at the box's code in a shop. */
  Scan shelf(Stock.Item item, Visitor visitor, Instant at) {
    return scan(
        item,
        CodeKind.OUTER,
        visitor,
        at,
        Truth.HONEST,
        Scenario.SHELF,
        visitor.address(addresses, dice),
        visitor.position(visitor.home(), dice));
  }

  private Scan scan(
      Stock.Item item,
      CodeKind kind,
      Visitor visitor,
      Instant at,
      Truth truth,
      Scenario scenario,
      int address,
      Optional<ConsentedPosition> position) {
    return new Scan(
        dice.nextUuid(),
        at,
        item.batch(),
        item.number(),
        kind,
        truth,
        scenario,
        visitor.device(),
        address,
        Phones.now(visitor.phone(), dice),
        visitor.language(),
        position);
  }
}
