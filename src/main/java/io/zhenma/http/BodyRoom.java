package io.zhenma.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.zhenma.http.BodyRule.Way;
import io.zhenma.http.UnfinishedBody.Pace;
import io.zhenma.http.UnfinishedBody.Share;
import io.zhenma.place.ClientAddress;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Lets bodies in as far as there is room, and ends those that come too slowly. */
@ApplicationScoped
class BodyRoom {
  private static final long LOOK_MS = 500;
  private static final int PART_OF_HEAP = 16;

  /** A worker that reads an upload may be busy with what it has: that is not the client's fault. */
  private static final Duration FOR_WORK = Duration.ofMinutes(1);

  /** What the texts of a form can take: the server takes few fields, each bounded. */
  private static final long TEXTS_OF_FORM = 256 << 10;

  private final Vertx vertx;
  private final EdgeProblems problems;
  private final MeterRegistry metrics;
  private final UnfinishedBodies bodies;
  private final Pace pace;
  private final Pace paceOfStreams;
  private final long timer;

  BodyRoom(BodyConfig config, Vertx vertx, EdgeProblems problems, MeterRegistry metrics) {
    this.vertx = vertx;
    this.problems = problems;
    this.metrics = metrics;
    this.pace =
        new Pace(config.bodyWithin(), config.bodyPerSecond().asLongValue(), config.longestBody());
    this.paceOfStreams =
        new Pace(
            config.bodyWithin().plus(FOR_WORK),
            config.bodyPerSecond().asLongValue(),
            config.longestBody().plus(FOR_WORK));
    Map<Share, Long> most = most(config);
    Map<Share, Long> mostOfBlock = new EnumMap<>(Share.class);
    most.forEach((share, all) -> mostOfBlock.put(share, Math.max(1, all / 2)));
    mostOfBlock.put(Share.REQUEST, (long) config.unfinishedPerBlock());
    this.bodies = new UnfinishedBodies(most, mostOfBlock);
    metrics.gauge("zhenma.http.bodies", bodies, all -> all.held(Share.REQUEST));
    metrics.gauge("zhenma.http.body.memory", bodies, all -> all.held(Share.MEMORY));
    this.timer = vertx.setPeriodic(LOOK_MS, look -> endSlow());
  }

  private static Map<Share, Long> most(BodyConfig config) {
    long memory =
        config
            .bodyMemory()
            .map(size -> size.asLongValue())
            .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    return Map.of(
        Share.REQUEST,
        (long) config.unfinished(),
        Share.STREAM,
        (long) config.streams(),
        Share.MEMORY,
        memory,
        Share.DISK,
        config.uploadSpace().asLongValue());
  }

  /** Lets a body in, or answers that there is no room. */
  Optional<UnfinishedBody> enter(HttpServerRequest request, BodyRule rule) {
    UnfinishedBody body =
        new UnfinishedBody(
            request,
            vertx.getOrCreateContext(),
            block(request),
            cost(rule, request),
            rule.way() != Way.STREAMED,
            System.nanoTime());
    UnfinishedBodies.Entry entry = bodies.enter(body);
    entry.dropped().forEach(dropped -> end(dropped, ProblemType.TOO_MANY_REQUESTS, "room"));
    if (entry.admitted()) {
      return Optional.of(body);
    }
    end(body, ProblemType.OVERLOADED, "room");
    return Optional.empty();
  }

  /** How much of a share is held now. */
  long held(Share share) {
    return bodies.held(share);
  }

  void finished(UnfinishedBody body) {
    bodies.finished(body);
  }

  void remove(UnfinishedBody body) {
    bodies.remove(body);
  }

  private void endSlow() {
    long now = System.nanoTime();
    for (UnfinishedBody body : bodies.underWay()) {
      if (body.isWhole()) {
        bodies.finished(body);
      } else if (body.isTooSlow(now, body.mayBeDropped() ? pace : paceOfStreams)) {
        bodies.remove(body);
        end(body, ProblemType.TOO_SLOW, "pace");
      }
    }
  }

  private void end(UnfinishedBody body, ProblemType type, String why) {
    metrics.counter("zhenma.http.bodies.ended", "by", why).increment();
    body.context().runOnContext(ignored -> problems.end(body.request(), type));
  }

  private static Map<Share, Long> cost(BodyRule rule, HttpServerRequest request) {
    long bytes = bytes(rule, request);
    return switch (rule.way()) {
      case COLLECTED -> Map.of(Share.REQUEST, 1L, Share.MEMORY, bytes);
      case FORM ->
          Map.of(
              Share.REQUEST, 1L, Share.MEMORY, Math.min(bytes, TEXTS_OF_FORM), Share.DISK, bytes);
      case STREAMED -> Map.of(Share.REQUEST, 1L, Share.STREAM, 1L);
    };
  }

  /** What it says of itself; without a word as much as it may become. */
  private static long bytes(BodyRule rule, HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? rule.limit() : Math.min(rule.limit(), Long.parseLong(length));
    } catch (NumberFormatException unreadable) {
      return rule.limit();
    }
  }

  private static String block(HttpServerRequest request) {
    SocketAddress from = request.remoteAddress();
    return Optional.ofNullable(from)
        .map(SocketAddress::hostAddress)
        .flatMap(ClientAddress::parse)
        .map(ClientAddress::cut)
        .orElse("");
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
