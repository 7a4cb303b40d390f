package io.zhenma.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.place.ClientAddress;
import io.zhenma.place.NetworkClass;
import io.zhenma.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  @Test
  void aBurstIsAllowedAndThenTheRate() {
    Budgets budgets = new Budgets(3, Duration.ofHours(1), 10);
    assertThat(budgets.take(1) + budgets.take(1) + budgets.take(1)).isZero();
    long wait = budgets.take(1);
    assertThat(Duration.ofNanos(wait)).isBetween(Duration.ofMinutes(18), Duration.ofMinutes(20));
    assertThat(budgets.left(1)).isZero();
  }

  @Test
  void nobodyIsHeldLiableForAnother() {
    Budgets budgets = new Budgets(1, Duration.ofHours(1), 10);
    assertThat(budgets.take(1)).isZero();
    assertThat(budgets.take(2)).isZero();
    assertThat(budgets.take(1)).isPositive();
  }

  @Test
  void neighboursShareABlockAndAPrivateAddressHasOneOfItsOwn() {
    assertThat(block("113.88.12.1")).isEqualTo(block("113.88.12.254")).isNotEqualTo(0);
    assertThat(block("113.88.12.1")).isNotEqualTo(block("113.88.13.1"));
    assertThat(block("2408:8456:f00::1")).isEqualTo(block("2408:8456:f00:ffff::9"));
    assertThat(block("2408:8456:f00::1")).isNotEqualTo(block("2408:8456:f01::1"));
    assertThat(block("10.1.2.3")).isEqualTo(block("10.1.2.3")).isNotEqualTo(block("10.1.2.4"));
    assertThat(asker("10.1.2.3").isPrivate()).isTrue();
    assertThat(asker("::1").isPrivate()).isTrue();
    assertThat(asker("nobody").isPrivate()).as("no address").isTrue();
    assertThat(asker("113.88.12.1").isPrivate() || asker("2408:8456:f00::1").isPrivate()).isFalse();
  }

  private static long block(String address) {
    return asker(address).block();
  }

  private static Asker asker(String address) {
    return Asker.of(Optional.empty(), ClientAddress.parse(address), NetworkClass.UNKNOWN);
  }

  @Test
  void anEarlyAnswerTakesOneOfTheTimesThatOthersTook() throws Exception {
    Pace pace = new Pace(0, 10, ForkJoinPool.commonPool());
    for (int i = 0; i < 600; i++) {
      pace.took(TimeUnit.MILLISECONDS.toNanos(40));
    }
    long since = System.nanoTime();
    assertThat(pace.hold("x", since, 0).toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isEqualTo("x");
    assertThat(System.nanoTime() - since).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(40));
    assertThat(pace.held()).isZero();
  }

  @Test
  void noMoreAnswersAreHeldThanMayBe() {
    Pace pace = new Pace(0, 2, ForkJoinPool.commonPool());
    long longer = TimeUnit.SECONDS.toNanos(30);
    CompletableFuture<String> first =
        pace.hold("a", System.nanoTime(), longer).toCompletableFuture();
    pace.hold("b", System.nanoTime(), longer);
    assertThatThrownBy(() -> pace.hold("c", System.nanoTime(), longer))
        .isInstanceOf(ProblemException.class)
        .hasMessage("too-many-requests");
    assertThat(first).isNotDone();
    assertThat(pace.held()).isEqualTo(2);
  }
}
