package io.zhenma.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.ProductView;
import io.zhenma.place.NetworkClass;
import io.zhenma.problem.JobTroubles;
import io.zhenma.problem.LostDatabase;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.traffic.TrafficRows.Count;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts programs' looks and forged codes a brand and day, in memory, and writes the sums every few
 * seconds: thousands of tries are a few rows. What waits is bounded; what goes beyond is counted in
 * a metric only. A crash loses the last seconds of these counts, and no scan.
 */
@ApplicationScoped
public class TrafficCounts {
  /** Twice as many for forged codes: looks at products that nobody has must not hide guessing. */
  private static final int MOST_WAITING = 5_000;

  private static final int MOST_BLOCKS = 1_000;

  private final Catalogue catalogue;
  private final Brands brands;
  private final TrafficRows rows;
  private final GuessingAlerts alerts;
  private final Counter dropped;
  private volatile Map<Key, Tally> waiting = new ConcurrentHashMap<>();

  private record Key(Target target, Counted what, String kind, NetworkClass network) {}

  private static final class Tally {
    final LongAdder times = new LongAdder();
    final Set<Long> blocks = ConcurrentHashMap.newKeySet();
  }

  TrafficCounts(
      Catalogue catalogue,
      Brands brands,
      TrafficRows rows,
      GuessingAlerts alerts,
      MeterRegistry meters) {
    this.catalogue = catalogue;
    this.brands = brands;
    this.rows = rows;
    this.alerts = alerts;
    this.dropped = meters.counter("zhenma.traffic.dropped");
  }

  /**
   * Counts one.
   *
   * @param kind of visitor, or the reason of the verdict, as its enum names it
   */
  public void add(Target target, Counted what, String kind, Asker asker) {
    Map<Key, Tally> counts = waiting;
    Key key = new Key(target, what, kind, asker.network());
    Tally tally = counts.get(key);
    if (tally == null) {
      if (counts.size() >= (what == Counted.FORGED ? 2 : 1) * MOST_WAITING) {
        dropped.increment();
        return;
      }
      tally = counts.computeIfAbsent(key, fresh -> new Tally());
    }
    tally.times.increment();
    if (what == Counted.FORGED && !asker.isPrivate() && tally.blocks.size() < MOST_BLOCKS) {
      tally.blocks.add(asker.block());
    }
  }

  @Scheduled(
      every = "${zhenma.traffic.count-every:10s}",
      identity = "traffic-counts",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void write() {
    Map<Key, Tally> counts = waiting;
    if (counts.isEmpty()) {
      return;
    }
    waiting = new ConcurrentHashMap<>();
    Map<Count, Long> sums = sums(counts, Instant.now());
    try {
      rows.add(sums);
    } catch (SQLException | RuntimeException failure) {
      if (LostDatabase.in(failure)) {
        JobTroubles.leftOut("traffic-counts", sums.size() + " counts", failure);
      } else {
        sums.forEach(this::writeAlone);
      }
    }
  }

  /** One that cannot be written is lost, and the others are not. */
  private void writeAlone(Count count, long times) {
    try {
      rows.add(Map.of(count, times));
    } catch (SQLException | RuntimeException failure) {
      JobTroubles.leftOut("traffic-counts", "a count of brand " + count.brandId(), failure);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    write();
  }

  private Map<Count, Long> sums(Map<Key, Tally> counts, Instant now) {
    Map<Count, Long> sums = new HashMap<>();
    Map<Long, GuessingAlerts.Tries> tries = new HashMap<>();
    counts.forEach(
        (key, tally) ->
            readable(key.target())
                .ifPresent(
                    brand -> {
                      long times = tally.times.sum();
                      sums.merge(
                          new Count(
                              brand.id(),
                              LocalDate.ofInstant(now, brand.zone()),
                              key.what(),
                              key.kind(),
                              key.network()),
                          times,
                          Long::sum);
                      if (key.what() == Counted.FORGED) {
                        tries
                            .computeIfAbsent(brand.id(), id -> new GuessingAlerts.Tries())
                            .add(times, key.network(), tally.blocks);
                      }
                    }));
    tries.forEach((brandId, more) -> alerts.saw(brandId, more, now));
    return sums;
  }

  private Optional<BrandView> readable(Target target) {
    try {
      return brand(target);
    } catch (RuntimeException failure) {
      JobTroubles.leftOut("traffic-counts", "counts of a target", failure);
      return Optional.empty();
    }
  }

  private Optional<BrandView> brand(Target target) {
    if (target instanceof Target.OfProduct product) {
      return catalogue.product(product.gtin()).map(ProductView::brandId).map(brands::get);
    }
    return brands.bySlug(((Target.OfBrand) target).slug());
  }
}
