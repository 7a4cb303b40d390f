package io.zhenma.traffic;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Notices when most people come from private addresses: then a proxy stands in front whose headers
 * are not read, places are unknown, all are one network and one sender, and limits and evidence of
 * copies hardly work. That is said in the log, in a metric and by the readiness check.
 */
@ApplicationScoped
class AddressWatch {
  private static final Logger LOG = Logger.getLogger(AddressWatch.class);
  private static final Duration QUIET = Duration.ofHours(1);

  /** Fewer in a minute tell nothing: somebody tries the demo. */
  private static final long ENOUGH = 20;

  private final LongAdder all = new LongAdder();
  private final LongAdder fromPrivate = new LongAdder();
  private volatile boolean blind;
  private Instant quietUntil = Instant.MIN;

  AddressWatch(MeterRegistry meters) {
    meters.gauge("zhenma.addresses.blind", this, watch -> watch.isBlind() ? 1 : 0);
  }

  void saw(Asker asker) {
    all.increment();
    if (asker.isPrivate()) {
      fromPrivate.increment();
    }
  }

  /** Whether most scans of the last minute with enough of them came from private addresses. */
  boolean isBlind() {
    return blind;
  }

  @Scheduled(
      every = "60s",
      delayed = "60s",
      identity = "address-watch",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    look(Instant.now());
  }

  /**
   * Looks at what came since the last time.
   *
   * @return whether it was said in the log
   */
  boolean look(Instant now) {
    long scans = all.sumThenReset();
    long privates = fromPrivate.sumThenReset();
    if (scans < ENOUGH) {
      return false;
    }
    blind = 2 * privates > scans;
    boolean say = blind && !now.isBefore(quietUntil);
    if (say) {
      quietUntil = now.plus(QUIET);
      LOG.warnf(
          "%d of the last %d scans came from private addresses: limits by address, places and"
              + " evidence of copies do not work. Let the application read the proxy's forwarding"
              + " headers, see docs/configuration.md, \"Behind a reverse proxy\"",
          privates, scans);
    }
    return say;
  }
}
