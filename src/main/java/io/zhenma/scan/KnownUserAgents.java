package io.zhenma.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.zhenma.device.UserAgent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which User-Agents have a row as far as a writer remembers, and how many may get one. Anybody can
 * invent headers; a scan whose header got no row is a scan without a known device, and the next one
 * with that header tries again.
 */
final class KnownUserAgents {
  private static final int REMEMBERED = 50_000;
  private static final long A_MINUTE = 300;
  private static final long A_DAY = 20_000;

  /** Rows say on which day a header was last seen, so they are written anew now and then. */
  private static final Duration FRESH = Duration.ofHours(12);

  private static final Counter DROPPED = Metrics.counter("zhenma.user.agents.dropped");

  private final Cache<Long, Boolean> written =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FRESH).build();
  private final Bucket budget =
      Bucket.builder()
          .addLimit(
              Bandwidth.builder()
                  .capacity(A_MINUTE)
                  .refillGreedy(A_MINUTE, Duration.ofMinutes(1))
                  .build())
          .addLimit(
              Bandwidth.builder().capacity(A_DAY).refillGreedy(A_DAY, Duration.ofDays(1)).build())
          .build();

  /** Those that may lack a row and may have one, in the order of their ids. */
  List<UserAgent> toWrite(Stream<UserAgent> agents) {
    Map<Long, UserAgent> fresh = new TreeMap<>();
    agents
        .filter(agent -> written.getIfPresent(agent.id()) == null)
        .forEach(agent -> fresh.put(agent.id(), agent));
    if (fresh.isEmpty()) {
      return List.of();
    }
    long allowed = budget.tryConsumeAsMuchAsPossible(fresh.size());
    DROPPED.increment(fresh.size() - allowed);
    return fresh.values().stream().limit(allowed).toList();
  }

  /** They are committed. */
  void wrote(List<UserAgent> agents) {
    agents.forEach(agent -> written.put(agent.id(), true));
  }
}
