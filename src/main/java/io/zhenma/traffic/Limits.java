package io.zhenma.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How many scans a device, a block of addresses and a brand may make. In memory of each replica, no
 * database. What a few in a block, or of a brand's customers, use up is not taken from the others:
 * beyond these budgets each genuine item has some scans of its own. See ADR 19 and ADR 29.
 */
@ApplicationScoped
public class Limits {
  private static final int DEVICES = 200_000;
  private static final int BLOCKS = 200_000;
  private static final int BRANDS = 10_000;
  private static final int ITEMS = 200_000;

  /** So many times its budget a block may go beyond it, before its codes are not looked at. */
  private static final int FLOOD = 10;

  private final boolean limiting;
  private final Budgets devices;
  private final BlockBudgets blocks;
  private final BlockBudgets floods;
  private final Budgets brands;
  private final Budgets items;
  private final AddressWatch addresses;
  private final Counter refusedDevices;
  private final Counter refusedBlocks;
  private final Counter refusedItems;

  Limits(TrafficConfig config, AddressWatch addresses, MeterRegistry meters) {
    this.addresses = addresses;
    Duration minute = Duration.ofMinutes(1);
    this.limiting = config.limits();
    this.devices = new Budgets(config.devicePerMinute(), minute, DEVICES);
    this.blocks = scans(config, minute, 1);
    this.floods = scans(config, minute, FLOOD);
    this.brands = new Budgets(config.brandPerSecond(), Duration.ofSeconds(1), BRANDS);
    this.items = new Budgets(config.itemPerMinute(), minute, ITEMS);
    this.refusedDevices = meters.counter("zhenma.limited", "by", "device");
    this.refusedBlocks = meters.counter("zhenma.limited", "by", "block");
    this.refusedItems = meters.counter("zhenma.limited", "by", "item");
  }

  private static BlockBudgets scans(TrafficConfig config, Duration minute, int times) {
    return new BlockBudgets(
        new Budgets((long) times * config.blockPerMinute(), minute, BLOCKS),
        new Budgets((long) times * config.dataCentrePerMinute(), minute, BLOCKS),
        new Budgets((long) times * config.privatePerMinute(), minute, BLOCKS));
  }

  /**
   * Takes one request out of its sender's budgets.
   *
   * @return whether its block of addresses had some left
   * @throws ProblemException too many requests, with when to come back: of a device that has used
   *     up its own, or of a block that floods
   */
  public Pass admit(Asker asker) {
    addresses.saw(asker);
    if (!limiting) {
      return Pass.FREE;
    }
    if (asker.device() != 0) {
      refuseIf(devices.take(asker.device()), refusedDevices);
    }
    long wait = blocks.of(asker).take(asker.block());
    if (wait > 0) {
      refuseIf(floods.of(asker).take(asker.block()), refusedBlocks);
    }
    return new Pass(wait);
  }

  /**
   * Takes one scan of an item that was issued out of its brand's budget, and out of the item's own
   * where that or the sender's block has none left.
   *
   * @param item any number that tells it from most others
   * @throws ProblemException too many requests, with when to come back
   */
  public void admitItem(Pass pass, long brandId, long item) {
    if (!limiting) {
      return;
    }
    long wait = Math.max(pass.nanosToWait(), brands.take(brandId));
    if (wait > 0 && items.take(item) > 0) {
      refuseIf(wait, refusedItems);
    }
  }

  private static void refuseIf(long nanosToWait, Counter counter) {
    if (nanosToWait > 0) {
      counter.increment();
      throw tooMany(nanosToWait);
    }
  }

  /** A refusal that says when to come back, in whole seconds. */
  static ProblemException tooMany(long nanosToWait) {
    return ProblemException.later(
        ProblemType.TOO_MANY_REQUESTS, Duration.ofSeconds(1 + nanosToWait / 1_000_000_000L));
  }
}
