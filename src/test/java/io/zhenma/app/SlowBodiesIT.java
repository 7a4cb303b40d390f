package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import io.zhenma.app.PackagedProgram.Server;
import io.zhenma.http.SlowClient;
import io.zhenma.http.SlowClient.Post;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application while clients announce bodies and send a byte at a time: pages stay, it
 * stays ready, and who is slow is sent away.
 */
@Tag("thorough")
class SlowBodiesIT {
  private static final int SLOW = 230;
  private static final Duration LOOKED_AT = Duration.ofSeconds(25);
  private static final long MOST_MS = Long.getLong("zhenma.drill.page-ms", 1_000);
  private static final String PAGE = "/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB";

  @TempDir Path data;

  @Test
  void slowBodiesKeepNobodyWaiting() {
    PackagedProgram program = PackagedProgram.forDrills(data);
    try (Server server = program.serve()) {
      look(server.request(), PAGE);
      for (boolean http2 : new boolean[] {false, true}) {
        for (Post post : List.of(Post.SIGN_IN, Post.COMPLAINT, Post.PAGE)) {
          besiege(server, post, http2);
        }
      }
      assertThat(server.said()).doesNotContain("Exception");
    }
  }

  private static void besiege(Server server, Post post, boolean http2) {
    List<Long> pages = new ArrayList<>();
    List<Long> ready = new ArrayList<>();
    try (SlowClient slow = new SlowClient(server.port())) {
      if (http2) {
        slow.http2(post, SLOW);
      } else {
        slow.http1(post, SLOW);
      }
      Instant end = Instant.now().plus(LOOKED_AT);
      while (Instant.now().isBefore(end)) {
        slow.trickle();
        pages.add(look(server.request(), PAGE));
        ready.add(look(server.management(), "/q/health/ready"));
        Pause.millis(500);
      }
      System.out.printf(
          "%s %s: page at most %d ms, ready at most %d ms, %d looks, %d connections ended%n",
          http2 ? "HTTP/2" : "HTTP/1.1",
          post.path(),
          pages.stream().max(Long::compare).orElseThrow(),
          ready.stream().max(Long::compare).orElseThrow(),
          pages.size(),
          slow.ended());
      if (!http2) {
        assertThat(slow.ended()).as("slow clients that were sent away").isEqualTo(SLOW);
      }
    }
    assertThat(pages).allMatch(millis -> millis <= MOST_MS);
  }

  private static long look(RequestSpecification request, String path) {
    long start = System.nanoTime();
    assertThat(request.get(path).statusCode()).as(path).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
