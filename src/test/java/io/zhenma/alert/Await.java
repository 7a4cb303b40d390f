package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what others bring about. */
final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Await() {}

  /** The wanted value at last, or a failure that shows what it is instead. */
  static <T> void until(Supplier<T> actual, T wanted) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!wanted.equals(actual.get()) && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(actual.get()).isEqualTo(wanted);
  }
}
