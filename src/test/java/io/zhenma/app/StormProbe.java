package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import io.zhenma.Thorough;
import io.zhenma.app.PackagedProgram.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody who opens a page again and again, and what watches over the server. */
final class StormProbe {
  private static final Duration PAGE_WITHIN = Duration.ofSeconds(1);

  private final Server server;
  private final String page;
  private final Thread thread = new Thread(this::look, "probe");
  private final List<Long> pages = new ArrayList<>();
  private final List<Long> readiness = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private volatile boolean ended;

  StormProbe(Server server, String link) {
    this.server = server;
    this.page = link.substring(link.toLowerCase(Locale.ROOT).indexOf("/01/"));
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    ended = true;
    thread.join();
  }

  private void look() {
    while (!ended) {
      pages.add(timed(server.request(), page));
      readiness.add(timed(server.management(), "/q/health/ready"));
      Pause.millis(100);
    }
  }

  private long timed(RequestSpecification request, String path) {
    long start = System.nanoTime();
    try {
      int status = request.get(path).statusCode();
      if (status != 200) {
        wrong.add(path + " " + status);
      }
    } catch (Exception lost) {
      wrong.add(path + " " + lost);
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /**
   * Whether all was answered; in a thorough build also in time: the median, so that a machine which
   * does other things too may be late now and then.
   */
  void check() {
    assertThat(wrong).isEmpty();
    if (Thorough.wanted()) {
      assertThat(part(pages, 2)).isLessThanOrEqualTo(PAGE_WITHIN.toMillis());
      assertThat(part(readiness, 2)).isLessThanOrEqualTo(PAGE_WITHIN.toMillis());
    }
  }

  /** The value that all but the slowest part of them keep to. */
  private static long part(List<Long> times, int of) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1 - sorted.size() / of);
  }

  @Override
  public String toString() {
    return "page median %d ms, p95 %d ms, longest %d ms; readiness median %d ms, longest %d ms; %d wrong"
        .formatted(
            part(pages, 2),
            part(pages, 20),
            part(pages, Integer.MAX_VALUE),
            part(readiness, 2),
            part(readiness, Integer.MAX_VALUE),
            wrong.size());
  }
}
