package io.zhenma.simulation;

import io.zhenma.simulation.Assortment.Fate;
import java.time.Instant;

/**
 * Scans beside those of sold items, as shares of all scans, so that every answer of the platform
 * occurs.
 *
 * <p>They begin at {@code from}, a share of the period.
 */
enum Oddity {
  SHELF(0.03, 0),
  FORGED(0.006, 0),
  LEFTOVER(0.006, 0.65),
  RECALL(0.006, 0.65),
  STOLEN_LABELS(0.004, 0.55),
  TOO_EARLY(0.003, 0.75);

  private static final int AT_LEAST = 3;

  private final double share;
  private final double from;

  Oddity(double share, double from) {
    this.share = share;
    this.from = from;
  }

  /**
   * How many there have been in a plan of {@code scans} once {@code done} of the period is over.
   */
  long until(double done, long scans) {
    if (done <= from) {
      return 0;
    }
    double all = Math.max(AT_LEAST, share * scans);
    return Math.round(all * (done - from) / (1 - from));
  }

  /** An item that comes to be seen so. */
  Stock.Item item(Stock stock, Instant at, Dice dice) {
    return switch (this) {
      case SHELF, FORGED -> stock.sell(at, dice);
      case LEFTOVER -> stock.nextOf(Fate.EXPIRES);
      case RECALL -> stock.nextOf(Fate.RECALLED);
      case STOLEN_LABELS -> stock.nextOf(Fate.VOIDED);
      case TOO_EARLY -> stock.nextOf(Fate.NOT_YET_ON_SALE);
    };
  }

  PlanStep.Scan scan(Looks looks, Stock.Item item, Visitor visitor, Instant at) {
    return switch (this) {
      case SHELF -> looks.shelf(item, visitor, at);
      case FORGED -> looks.look(item, visitor, at, Truth.FORGED, Scenario.FORGED);
      case LEFTOVER -> looks.look(item, visitor, at, Truth.HONEST, Scenario.LEFTOVER);
      case RECALL -> looks.look(item, visitor, at, Truth.HONEST, Scenario.RECALL);
      case STOLEN_LABELS -> looks.look(item, visitor, at, Truth.HONEST, Scenario.STOLEN_LABELS);
      case TOO_EARLY -> looks.look(item, visitor, at, Truth.HONEST, Scenario.TOO_EARLY);
    };
  }
}
