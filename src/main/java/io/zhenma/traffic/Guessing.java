package io.zhenma.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * What becomes of those who try codes that nobody issued: the first few answers are as ever, then
 * they get slower, then there are none. A device that brings its cookie and has not tried codes
 * itself is not held liable for its neighbours.
 */
@ApplicationScoped
public class Guessing {
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int REMEMBERED = 200_000;

  /** From this part of the budget on, answers get slower. */
  private static final double PATIENCE = 0.5;

  private final boolean limiting;
  private final Budgets devices;
  private final Budgets blocks;
  private final Budgets sharedBlocks;
  private final long slowestNanos;
  private final int heldAnswers;
  private final ManagedExecutor executor;
  private final Counter refused;

  Guessing(TrafficConfig config, ManagedExecutor executor, MeterRegistry meters) {
    heldAnswers = config.heldAnswers();
    this.executor = executor;
    limiting = config.limits();
    devices = new Budgets(config.forgedPerDevice(), PERIOD, REMEMBERED);
    blocks = new Budgets(config.forgedPerBlock(), PERIOD, REMEMBERED);
    sharedBlocks = new Budgets(config.forgedPerSharedBlock(), PERIOD, REMEMBERED);
    slowestNanos = config.slowestAnswer().toNanos();
    refused = meters.counter("zhenma.limited", "by", "guessing");
  }

  /**
   * @throws ProblemException too many requests, when the sender has used up its tries
   */
  void admit(Asker asker) {
    long wait =
        asker.device() != 0
            ? devices.missing(asker.device())
            : asker.block() == 0 ? 0 : of(asker).missing(asker.block());
    if (wait > 0) {
      refused.increment();
      throw Limits.tooMany(wait);
    }
  }

  /**
   * Notes that the sender's code was forged.
   *
   * @return for how many nanoseconds the answer is to be held back beyond the usual
   */
  public long tried(Asker asker) {
    if (!limiting) {
      return 0;
    }
    double left = 1;
    if (asker.device() != 0) {
      devices.take(asker.device());
      left = devices.left(asker.device());
    }
    if (asker.block() != 0) {
      of(asker).take(asker.block());
      left = Math.min(left, of(asker).left(asker.block()));
    }
    return left >= PATIENCE ? 0 : (long) (slowestNanos * (PATIENCE - left) / PATIENCE);
  }

  /**
   * A pace for answers of one kind.
   *
   * @param usual what they take until one was measured
   */
  public Pace pace(Duration usual) {
    return new Pace(usual.toNanos(), heldAnswers, executor);
  }

  private Budgets of(Asker asker) {
    return asker.isShared() ? sharedBlocks : blocks;
  }
}
