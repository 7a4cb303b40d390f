package io.zhenma.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How many complaints a device and a block of addresses may try to make, before anything costly is
 * done with one. Whoever complains of unknown codes spends nothing on them, so these have a small
 * budget of their own and never use up that of people with an item in hand. In memory of each
 * replica.
 */
@ApplicationScoped
public class ComplaintLimits {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int REMEMBERED = 50_000;

  /** A block's share of one brand; the factor spreads the numbers of brands. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final boolean limiting;
  private final Budgets devices;
  private final BlockBudgets known;
  private final BlockBudgets unknown;
  private final Counter refused;

  ComplaintLimits(TrafficConfig traffic, ComplaintTraffic config, MeterRegistry meters) {
    limiting = traffic.limits();
    devices = new Budgets(config.perDevice(), Duration.ofHours(1), REMEMBERED);
    known = blocks(config.perBlock(), config.perBlock(), config.perPrivateBlock());
    unknown =
        blocks(
            config.unknownPerBlock(),
            config.unknownPerRentedBlock(),
            config.unknownPerPrivateBlock());
    refused = meters.counter("zhenma.limited", "by", "complaint");
  }

  private static BlockBudgets blocks(int shared, int rented, int privates) {
    return new BlockBudgets(
        new Budgets(shared, DAY, REMEMBERED),
        new Budgets(rented, DAY, REMEMBERED),
        new Budgets(privates, DAY, REMEMBERED));
  }

  /**
   * Takes one try out of its sender's budgets.
   *
   * @param issued whether the code is one that was issued
   * @throws io.zhenma.problem.ProblemException too many requests, with when to come back
   */
  public void admit(Asker asker, long brandId, boolean issued) {
    if (!limiting) {
      return;
    }
    refuseIf(devices.take(asker.device()));
    refuseIf(
        issued
            ? known.of(asker).take(asker.block() ^ brandId * SPREAD)
            : unknown.of(asker).take(asker.block()));
  }

  private void refuseIf(long nanosToWait) {
    if (nanosToWait > 0) {
      refused.increment();
      throw Limits.tooMany(nanosToWait);
    }
  }
}
