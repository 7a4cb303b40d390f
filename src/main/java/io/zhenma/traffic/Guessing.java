package io.zhenma.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * What becomes of codes that nobody issued: the first few answers to a sender are as ever, then
 * they get slower, then there are none. Only forged codes are charged and only they are refused: a
 * genuine code is answered, whoever guessed beside its owner. A device that brings its cookie
 * answers for itself alone.
 */
@ApplicationScoped
public class Guessing {
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int REMEMBERED = 200_000;

  /** From this part of the budget on, answers get slower. */
  private static final double PATIENCE = 0.5;

  private final boolean limiting;
  private final Budgets devices;
  private final BlockBudgets blocks;
  private final long slowestNanos;
  private final int heldAnswers;
  private final ManagedExecutor executor;
  private final Counter refused;

  Guessing(TrafficConfig config, ManagedExecutor executor, MeterRegistry meters) {
    heldAnswers = config.heldAnswers();
    this.executor = executor;
    limiting = config.limits();
    devices = new Budgets(config.forgedPerDevice(), PERIOD, REMEMBERED);
    blocks =
        new BlockBudgets(
            new Budgets(config.forgedPerSharedBlock(), PERIOD, REMEMBERED),
            new Budgets(config.forgedPerBlock(), PERIOD, REMEMBERED),
            new Budgets(config.forgedPerPrivate(), PERIOD, REMEMBERED));
    slowestNanos = config.slowestAnswer().toNanos();
    refused = meters.counter("zhenma.limited", "by", "guessing");
  }

  /**
   * Takes one try out of the budgets of whoever sent a forged code.
   *
   * @return for how many nanoseconds the answer is to be held back beyond the usual
   * @throws ProblemException too many requests, when the sender has used up its tries. It tells
   *     that the code is forged, as the answer would
   */
  public long tried(Asker asker) {
    if (!limiting) {
      return 0;
    }
    long block = blocks.of(asker).take(asker.block());
    boolean known = asker.device() != 0;
    long wait = known ? devices.take(asker.device()) : block;
    if (wait > 0) {
      refused.increment();
      throw Limits.tooMany(wait);
    }
    double left = known ? devices.left(asker.device()) : blocks.of(asker).left(asker.block());
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
}
