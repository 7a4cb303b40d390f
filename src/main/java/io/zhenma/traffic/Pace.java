package io.zhenma.traffic;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Lets answers that are ready early leave when others of their kind would. It remembers how long
 * the latest of the others took and holds an early answer for one of those times, drawn by lot: so
 * both kinds take the same times, not only the same on average, and a stopwatch tells nothing. No
 * thread waits meanwhile.
 */
public final class Pace {
  private static final int REMEMBERED = 64;

  private final AtomicLongArray nanos = new AtomicLongArray(REMEMBERED);
  private final AtomicLong taken = new AtomicLong();
  private final AtomicInteger held = new AtomicInteger();
  private final long usualNanos;
  private final int mostHeld;
  private final Executor executor;

  /**
   * @param usualNanos what answers take until one was measured
   * @param mostHeld answers that may be held at a time
   * @param executor where held answers go on
   */
  public Pace(long usualNanos, int mostHeld, Executor executor) {
    this.usualNanos = usualNanos;
    this.mostHeld = mostHeld;
    this.executor = executor;
  }

  /** An answer took this long. */
  public void took(long nanosTaken) {
    nanos.lazySet((int) (taken.getAndIncrement() % REMEMBERED), nanosTaken);
  }

  private long usual() {
    int known = (int) Math.min(taken.get(), REMEMBERED);
    return known == 0 ? usualNanos : nanos.get(ThreadLocalRandom.current().nextInt(known));
  }

  /**
   * Gives the answer when one like it would be ready.
   *
   * @param since {@link System#nanoTime()} when the request came
   * @param longer nanoseconds beyond that
   * @throws io.zhenma.problem.ProblemException too many requests, when too many are held
   */
  public <T> CompletionStage<T> hold(T answer, long since, long longer) {
    long wait = usual() + longer - (System.nanoTime() - since);
    if (held.incrementAndGet() > mostHeld) {
      held.decrementAndGet();
      throw Limits.tooMany(longer);
    }
    CompletableFuture<T> later = new CompletableFuture<>();
    CompletableFuture.delayedExecutor(Math.max(0, wait), TimeUnit.NANOSECONDS, executor)
        .execute(
            () -> {
              held.decrementAndGet();
              later.complete(answer);
            });
    return later;
  }

  int held() {
    return held.get();
  }
}
