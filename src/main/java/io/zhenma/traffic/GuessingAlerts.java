package io.zhenma.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhenma.alert.AlertKind;
import io.zhenma.alert.AlertSubject;
import io.zhenma.alert.Alerts;
import io.zhenma.alert.Fact;
import io.zhenma.alert.Facts;
import io.zhenma.alert.Occurrence;
import io.zhenma.alert.Severity;
import io.zhenma.place.NetworkClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alert when somebody tries many codes of a brand: once enough came within ten minutes,
 * and then with each count that is written, which joins the alert that is open. An attack so is one
 * alert, whatever its size.
 */
@ApplicationScoped
class GuessingAlerts {
  private static final Logger LOG = Logger.getLogger(GuessingAlerts.class);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int BRANDS = 10_000;
  private static final int MOST_BLOCKS = 1_000;

  private final Alerts alerts;
  private final int threshold;
  private final Cache<Long, Window> windows =
      Caffeine.newBuilder().maximumSize(BRANDS).expireAfterWrite(WINDOW).build();

  GuessingAlerts(Alerts alerts, TrafficConfig config) {
    this.alerts = alerts;
    this.threshold = config.guessingAlert();
  }

  /** Forged codes of a brand, from where they came. Used by one thread. */
  static final class Tries {
    private long times;
    private final Set<NetworkClass> networks = EnumSet.noneOf(NetworkClass.class);
    private final Set<Long> blocks = new HashSet<>();

    void add(long more, NetworkClass network, Set<Long> from) {
      times += more;
      networks.add(network);
      from.stream().limit(MOST_BLOCKS - (long) blocks.size()).forEach(blocks::add);
    }

    private void add(Tries more) {
      times += more.times;
      networks.addAll(more.networks);
      more.blocks.stream().limit(MOST_BLOCKS - (long) blocks.size()).forEach(blocks::add);
    }

    private Facts facts(Instant since, Instant now) {
      List<String> classes =
          networks.stream()
              .map(network -> network.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList();
      return Facts.of(Fact.ATTEMPTS, times)
          .and(Fact.SOURCES, blocks.size())
          .and(Fact.NETWORKS, classes)
          .and(Fact.SECONDS, Duration.between(since, now).toSeconds())
          .and(Fact.SINCE, since);
    }
  }

  private record Window(Instant since, Tries tries) {}

  /** Some more tries; called from one thread. */
  void saw(long brandId, Tries more, Instant now) {
    @Nullable Window known = windows.getIfPresent(brandId);
    Window window =
        known == null || known.since().plus(WINDOW).isBefore(now)
            ? new Window(now, new Tries())
            : known;
    if (window != known) {
      windows.put(brandId, window);
    }
    window.tries().add(more);
    if (window.tries().times >= threshold) {
      raise(brandId, more.times, window.tries().facts(window.since(), now), now);
    }
  }

  private void raise(long brandId, long times, Facts facts, Instant now) {
    try {
      alerts.raise(
          brandId,
          new Occurrence(
              AlertKind.GUESSING, AlertSubject.brand(), Severity.WARNING, facts, now, times));
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "an alert of guessing is not raised");
    }
  }
}
