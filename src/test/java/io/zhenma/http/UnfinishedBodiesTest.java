package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.http.UnfinishedBodies.Entry;
import io.zhenma.http.UnfinishedBody.Pace;
import io.zhenma.http.UnfinishedBody.Share;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnfinishedBodiesTest {
  private final UnfinishedBodies bodies =
      new UnfinishedBodies(
          Map.of(Share.REQUEST, 5L, Share.STREAM, 2L, Share.MEMORY, 100L, Share.DISK, 100L),
          Map.of(Share.REQUEST, 3L, Share.STREAM, 1L, Share.MEMORY, 60L, Share.DISK, 60L));

  @Test
  void theOldestOfItsBlockGivesWay() {
    UnfinishedBody first = enter("a", 1);
    enter("a", 1);
    enter("a", 1);

    Entry fourth = bodies.enter(body("a", 1, true));

    assertThat(fourth.admitted()).isTrue();
    assertThat(fourth.dropped()).containsExactly(first);
  }

  @Test
  void whenAllIsTakenTheBlockThatHoldsMostGivesWay() {
    enter("a", 1);
    UnfinishedBody oldest = enter("b", 1);
    enter("b", 1);
    enter("b", 1);
    enter("c", 1);

    assertThat(bodies.enter(body("d", 1, true)).dropped()).containsExactly(oldest);
  }

  @Test
  void memoryIsHeldUntilTheAnswer() {
    UnfinishedBody one = enter("a", 60);
    UnfinishedBody two = enter("b", 40);
    bodies.finished(one);
    bodies.finished(two);

    assertThat(bodies.held(Share.REQUEST)).isZero();
    assertThat(bodies.enter(body("c", 1, true)).admitted()).isFalse();
    bodies.remove(two);
    assertThat(bodies.enter(body("c", 1, true)).admitted()).isTrue();
  }

  @Test
  void uploadsThatAreReadDoNotGiveWay() {
    assertThat(bodies.enter(body("a", 0, false)).admitted()).isTrue();
    assertThat(bodies.enter(body("a", 0, false)).admitted()).isFalse();
    assertThat(bodies.enter(body("b", 0, false)).admitted()).isTrue();
    assertThat(bodies.enter(body("c", 0, false)).admitted()).isFalse();
  }

  @Test
  void whatIsOverHoldsNothing() {
    for (int i = 0; i < 1_000; i++) {
      UnfinishedBody body = enter("a" + i % 7, i % 50);
      if (i % 2 == 0) {
        bodies.finished(body);
      }
      bodies.remove(body);
      bodies.remove(body);
    }

    for (Share share : Share.values()) {
      assertThat(bodies.held(share)).as(share.name()).isZero();
    }
    assertThat(bodies.underWay()).isEmpty();
  }

  @Test
  void aSecondMoreForWhatHasCome() {
    Pace pace = new Pace(Duration.ofSeconds(10), 1_000, Duration.ofSeconds(60));

    assertThat(pace.allowed(0)).hasSeconds(10);
    assertThat(pace.allowed(500)).hasMillis(10_500);
    assertThat(pace.allowed(1_000_000_000)).hasSeconds(60);
  }

  private UnfinishedBody enter(String block, long memory) {
    UnfinishedBody body = body(block, memory, true);
    assertThat(bodies.enter(body).admitted()).isTrue();
    return body;
  }

  private static UnfinishedBody body(String block, long memory, boolean collected) {
    Map<Share, Long> cost =
        collected
            ? Map.of(Share.REQUEST, 1L, Share.MEMORY, memory)
            : Map.of(Share.REQUEST, 1L, Share.STREAM, 1L);
    return new UnfinishedBody(
        nothing(io.vertx.core.http.HttpServerRequest.class),
        nothing(io.vertx.core.Context.class),
        block,
        cost,
        collected,
        0);
  }

  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }
}
