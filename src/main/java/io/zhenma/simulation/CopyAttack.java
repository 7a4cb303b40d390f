package io.zhenma.simulation;

import io.zhenma.place.Region;
import io.zhenma.simulation.PlanStep.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody buys an item, copies its inner code and puts it on fakes. Of the fakes that are scanned
 * at all, most are scanned once. The genuine item was scanned before, will be scanned later, or
 * never is.
 */
final class CopyAttack {
  private static final double USUAL_PERIOD_DAYS = 90;
  private static final double SCANNED_BEFORE = 0.6;
  private static final double SCANNED_LATER = 0.15;

  private final Population population;
  private final Market market;
  private final Looks looks;
  private final Attacks attacks;
  private final Dice dice;
  private final double pace;

  /**
   * @param days of the period; in short ones copies come to the market faster
   */
  CopyAttack(
      Population population, Market market, Looks looks, Attacks attacks, Dice dice, int days) {
    this.population = population;
    this.market = market;
    this.looks = looks;
    this.attacks = attacks;
    this.dice = dice;
    this.pace = Math.min(1, days / USUAL_PERIOD_DAYS);
  }

  /**
   * All scans of the item and its fakes.
   *
   * @param buyers people who scan a fake
   */
  List<Scan> of(Stock.Item item, Instant bought, int buyers) {
    Region town = market.place(dice);
    boolean oneTown = dice.chance(attacks.town());
    Scenario scenario = oneTown ? Scenario.COPY_TOWN : Scenario.COPY_COUNTRY;
    List<Scan> scans = new ArrayList<>();
    genuine(item, bought, scenario, scans);
    Instant onSale = later(bought, dice.between(3, 14));
    double meanDays = dice.between(attacks.fewestDays(), attacks.mostDays());
    long attack = dice.nextLong();
    for (int buyer = 0; buyer < buyers; buyer++) {
      Visitor visitor =
          oneTown
              ? population.personOf(town, "fake", attack, buyer)
              : population.person("fake", attack, buyer);
      Instant at = later(onSale, dice.exponential(meanDays));
      scans.add(looks.look(item, visitor, at, Truth.COPIED_FAKE, scenario));
      if (dice.chance(attacks.secondLook())) {
        Instant again = later(at, dice.logBetween(0.001, 10));
        scans.add(looks.look(item, visitor, again, Truth.COPIED_FAKE, scenario));
      }
      if (dice.chance(attacks.companion())) {
        Visitor companion = population.companionOf(visitor, 0);
        Instant beside = later(at, dice.logBetween(0.001, 10));
        scans.add(looks.look(item, companion, beside, Truth.COPIED_FAKE, scenario));
      }
    }
    return scans;
  }

  private void genuine(Stock.Item item, Instant bought, Scenario scenario, List<Scan> scans) {
    Visitor owner = population.person("owner", dice.nextLong(), 0);
    double habit = dice.unit();
    if (habit < SCANNED_BEFORE) {
      scans.add(looks.look(item, owner, bought, Truth.COPIED_GENUINE, scenario));
    } else if (habit < SCANNED_BEFORE + SCANNED_LATER) {
      Instant at = later(bought, dice.between(10, 40));
      scans.add(looks.look(item, owner, at, Truth.COPIED_GENUINE, scenario));
    }
  }

  private Instant later(Instant at, double days) {
    return at.plusMillis((long) (pace * days * Duration.ofDays(1).toMillis()));
  }
}
