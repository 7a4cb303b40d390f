package io.zhenma.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.place.NetworkClass;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How many scans a device, a block of addresses and a brand may make. In memory of each replica, no
 * database. See ADR 19.
 */
@ApplicationScoped
public class Limits {
  private static final int DEVICES = 200_000;
  private static final int BLOCKS = 200_000;
  private static final int BRANDS = 10_000;

  private final boolean limiting;
  private final Budgets devices;
  private final Budgets blocks;
  private final Budgets dataCentres;
  private final Budgets brands;
  private final Guessing guessing;
  private final Counter refusedDevices;
  private final Counter refusedBlocks;
  private final Counter refusedBrands;

  Limits(TrafficConfig config, Guessing guessing, MeterRegistry meters) {
    Duration minute = Duration.ofMinutes(1);
    this.limiting = config.limits();
    this.devices = new Budgets(config.devicePerMinute(), minute, DEVICES);
    this.blocks = new Budgets(config.blockPerMinute(), minute, BLOCKS);
    this.dataCentres = new Budgets(config.dataCentrePerMinute(), minute, BLOCKS);
    this.brands = new Budgets(config.brandPerSecond(), Duration.ofSeconds(1), BRANDS);
    this.guessing = guessing;
    this.refusedDevices = meters.counter("zhenma.limited", "by", "device");
    this.refusedBlocks = meters.counter("zhenma.limited", "by", "block");
    this.refusedBrands = meters.counter("zhenma.limited", "by", "brand");
  }

  /**
   * Takes one request out of its sender's budgets.
   *
   * @throws ProblemException too many requests, with when to come back
   */
  public void admit(Asker asker) {
    if (!limiting) {
      return;
    }
    guessing.admit(asker);
    if (asker.device() != 0) {
      refuseIf(devices.take(asker.device()), refusedDevices);
    }
    if (asker.block() != 0) {
      boolean rented = asker.network() == NetworkClass.DATA_CENTRE;
      refuseIf((rented ? dataCentres : blocks).take(asker.block()), refusedBlocks);
    }
  }

  /**
   * Takes one scan out of a brand's budget.
   *
   * @throws ProblemException too many requests, with when to come back
   */
  public void admitBrand(long brandId) {
    if (limiting) {
      refuseIf(brands.take(brandId), refusedBrands);
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
