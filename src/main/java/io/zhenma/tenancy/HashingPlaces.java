package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may have a password hashed now. A block of addresses gets few places, strangers leave some to
 * known browsers, and few wait: so a flood leaves threads and processors to everybody else.
 */
@Singleton
final class HashingPlaces {
  private static final int ALL = 16;
  private static final int OF_STRANGERS = 12;
  private static final int OF_BLOCK = 3;
  private static final int WAITING = 32;
  private static final int WAITING_OF_BLOCK = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition left = lock.newCondition();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, Integer> waiting = new HashMap<>();

  /** A place that is given back by closing it. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits shortly for a place.
   *
   * @param block whose share it is taken from
   * @param isKnown whether it is for a browser that was here before
   * @throws ProblemException overloaded, with when to come back
   */
  Place take(String block, boolean isKnown) {
    lock.lock();
    try {
      await(block, isKnown);
      taken.merge(block, 1, Integer::sum);
    } finally {
      lock.unlock();
    }
    return () -> leave(block);
  }

  private void await(String block, boolean isKnown) {
    if (isFree(block, isKnown)) {
      return;
    }
    if (sum(waiting) >= WAITING || waiting.getOrDefault(block, 0) >= WAITING_OF_BLOCK) {
      throw overloaded();
    }
    waiting.merge(block, 1, Integer::sum);
    try {
      long nanos = PATIENCE.toNanos();
      while (!isFree(block, isKnown)) {
        if (nanos <= 0) {
          throw overloaded();
        }
        nanos = left.awaitNanos(nanos);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw overloaded();
    } finally {
      decrease(waiting, block);
    }
  }

  private boolean isFree(String block, boolean isKnown) {
    return sum(taken) < (isKnown ? ALL : OF_STRANGERS) && taken.getOrDefault(block, 0) < OF_BLOCK;
  }

  private void leave(String block) {
    lock.lock();
    try {
      decrease(taken, block);
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void decrease(Map<String, Integer> counts, String block) {
    counts.computeIfPresent(block, (same, count) -> count == 1 ? null : count - 1);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static ProblemException overloaded() {
    return ProblemException.later(ProblemType.OVERLOADED, PATIENCE);
  }
}
