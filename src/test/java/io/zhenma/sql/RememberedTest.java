package io.zhenma.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Time passes by hand, reading takes as long as the test wants. */
class RememberedTest {
  private static final Duration A_BIT = Duration.ofMillis(1);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger stored = new AtomicInteger(1);

  @Test
  void anAnswerIsReadOnceInTwoSeconds() {
    AtomicInteger reads = new AtomicInteger();
    Remembered<String, Integer> remembered =
        remembering(
            key -> {
              reads.incrementAndGet();
              return stored.get();
            });
    for (int i = 0; i < 20; i++) {
      assertThat(remembered.get("batch")).isEqualTo(1);
      pass(Remembered.RENEWED.dividedBy(21));
    }

    assertThat(reads).hasValue(1);
  }

  @Test
  void nobodyWaitsForWhatIsReadAnew() throws InterruptedException {
    Slow slow = new Slow();
    Remembered<String, Integer> remembered = remembering(slow);
    remembered.get("batch");
    stored.set(2);
    pass(Remembered.RENEWED.plus(A_BIT));

    assertThat(remembered.get("batch")).as("while it is read anew").isEqualTo(1);
    slow.goOn();

    assertThat(eventually(remembered, 2)).isTrue();
  }

  @Test
  void anAnswerOfThreeSecondsIsNotGivenThoughReadingFails() {
    Remembered<String, Integer> remembered =
        remembering(
            key -> {
              if (stored.get() > 1) {
                throw new IllegalStateException("the database is away");
              }
              return stored.get();
            });
    remembered.get("batch");
    stored.set(2);
    pass(Remembered.RENEWED.plus(A_BIT));
    assertThat(remembered.get("batch")).isEqualTo(1);
    pass(Remembered.FRESH.minus(Remembered.RENEWED));

    assertThatThrownBy(() -> remembered.get("batch")).hasMessage("the database is away");
  }

  @Test
  void whatWasReadBeforeAChangeIsNotRememberedAfterIt() throws InterruptedException {
    Slow slow = new Slow();
    Remembered<String, Integer> remembered = remembering(slow);
    remembered.get("batch");
    pass(Remembered.RENEWED.plus(A_BIT));
    remembered.get("batch");
    assertThat(slow.hasRead.await(10, TimeUnit.SECONDS)).isTrue();

    stored.set(2);
    remembered.forget("batch");
    assertThat(remembered.get("batch")).isEqualTo(2);
    slow.goOn();

    assertThat(slow.hasAnswered.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(eventually(remembered, 1)).isFalse();
  }

  @Test
  void answersOfAKindAreForgotten() {
    Remembered<String, Integer> remembered = remembering(key -> stored.get());
    remembered.get("batch");
    stored.set(2);
    remembered.forgetIf(answer -> answer == 1);

    assertThat(remembered.get("batch")).isEqualTo(2);
  }

  private Remembered<String, Integer> remembering(Function<String, Integer> read) {
    return new Remembered<>(Caffeine.newBuilder().ticker(nanos::get), read);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static boolean eventually(Remembered<String, Integer> remembered, int wanted)
      throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      if (remembered.get("batch") == wanted) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  /** Reads at once for the test's own thread, and keeps what it read for others until told. */
  private final class Slow implements Function<String, Integer> {
    private final CountDownLatch hasRead = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch hasAnswered = new CountDownLatch(1);
    private final Thread quick = Thread.currentThread();

    void goOn() {
      mayAnswer.countDown();
    }

    @Override
    public Integer apply(String key) {
      int read = stored.get();
      if (Thread.currentThread() != quick) {
        hasRead.countDown();
        try {
          mayAnswer.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
        hasAnswered.countDown();
      }
      return read;
    }
  }
}
