package io.zhenma.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BoundedUserAgentParserTest {
  private final CountDownLatch released = new CountDownLatch(1);

  private BoundedUserAgentParser parser(Duration processorTime, Duration waiting) {
    Function<UserAgent, DeviceTraits> parser = this::parse;
    return new BoundedUserAgentParser(() -> parser, processorTime, waiting);
  }

  private DeviceTraits parse(UserAgent agent) {
    switch (agent.text()) {
      case "deep" -> throw new StackOverflowError();
      case "wrong" -> throw new IllegalStateException();
      case "busy" -> {
        while (released.getCount() > 0) {
          Thread.onSpinWait();
        }
      }
      case "stuck" -> uninterruptibly();
      default -> {}
    }
    return UserAgentParser.tokens(agent);
  }

  private void uninterruptibly() {
    while (released.getCount() > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void aHeaderThatFailsHarmsNoOther() throws InterruptedException {
    try (BoundedUserAgentParser parser = parser(Duration.ofSeconds(60), Duration.ofSeconds(60))) {
      Reading deep = parser.read(new UserAgent("deep")).orElseThrow();
      assertThat(deep.extent()).isEqualTo(Reading.Extent.ERROR);
      assertThat(deep.failure()).isEqualTo("StackOverflowError");
      assertThat(parser.read(new UserAgent("wrong")).orElseThrow().failure())
          .isEqualTo("IllegalStateException");
      assertThat(parser.read(new UserAgent("honest")).orElseThrow().extent())
          .isEqualTo(Reading.Extent.WHOLE);
      assertThat(parser.late()).isZero();
    }
  }

  @Test
  void aThreadThatDoesNotComeBackIsReplacedTwiceAndThenAwaited() throws InterruptedException {
    try (BoundedUserAgentParser parser = parser(Duration.ofMillis(50), Duration.ofSeconds(60))) {
      assertThat(parser.read(new UserAgent("busy")).orElseThrow().extent())
          .isEqualTo(Reading.Extent.TIME);
      assertThat(parser.read(new UserAgent("honest")).orElseThrow().extent())
          .isEqualTo(Reading.Extent.WHOLE);
      parser.read(new UserAgent("busy"));
      assertThat(parser.late()).isEqualTo(2);
      assertThat(parser.read(new UserAgent("honest"))).isEmpty();

      released.countDown();
      while (parser.late() == 2) {
        Thread.onSpinWait();
      }
      assertThat(parser.read(new UserAgent("honest"))).isPresent();
    }
  }

  /** A busy machine makes nothing late, but one that waits for something is. */
  @Test
  void waitingIsBoundedAsWell() throws InterruptedException {
    try (BoundedUserAgentParser parser = parser(Duration.ofHours(1), Duration.ofMillis(50))) {
      assertThat(parser.read(new UserAgent("stuck")).orElseThrow().extent())
          .isEqualTo(Reading.Extent.TIME);
      released.countDown();
    }
  }
}
