package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Sees to it that the weeks to come have partitions before their first scan. */
@ApplicationScoped
public class WeekKeeper {
  private static final Logger LOG = Logger.getLogger(WeekKeeper.class);
  private static final String TASK = "weeks";

  /** Fewer weeks ahead than this are told as trouble. */
  private static final int FEWEST_AHEAD = 4;

  /** Scans older than so many weeks share the oldest partition. */
  private static final int MOST_BACK = 520;

  private final AgroalDataSource database;
  private final LakeConfig lake;
  private final ScanConfig config;
  private final AtomicLong ahead;

  WeekKeeper(AgroalDataSource database, LakeConfig lake, ScanConfig config, MeterRegistry meters) {
    this.database = database;
    this.lake = lake;
    this.config = config;
    this.ahead = meters.gauge("zhenma.scan.weeks.ahead", new AtomicLong());
  }

  @Scheduled(
      every = "1H",
      delayed = "2S",
      identity = "scan-weeks",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyHour() {
    try {
      keep(LocalDate.now(ZoneOffset.UTC));
    } catch (SQLException busy) {
      LOG.warnf(
          "weeks of scans could not be made now; the next hour tries again: %s", busy.getMessage());
    }
    if (ahead.get() < FEWEST_AHEAD) {
      LOG.warnf("the table scan has partitions for %d weeks ahead only", ahead.get());
    }
  }

  /**
   * Makes the weeks that are missing from this day on, and those of scans that came without one.
   *
   * @return how many were made; none when another replica is at it
   */
  int keep(LocalDate today) throws SQLException {
    return alone(partitions -> keep(partitions, today)).orElse(0);
  }

  /**
   * Gives weeks before the oldest partition partitions of their own, for scans that are brought
   * from elsewhere. The scans of the oldest partition are moved, and nobody scans meanwhile.
   *
   * @param first a day of the oldest week wanted
   * @return how many were made; empty when another replica is at it
   */
  public OptionalInt keepSince(LocalDate first) throws SQLException {
    return alone(
        partitions -> {
          keep(partitions, LocalDate.now(ZoneOffset.UTC));
          Week oldest = partitions.weeks().get(0);
          List<Week> earlier =
              Stream.iterate(Week.of(first), week -> week.end().isBefore(oldest.end()), Week::next)
                  .toList();
          if (!earlier.isEmpty()) {
            partitions.split(oldest, earlier);
          }
          return earlier.size();
        });
  }

  private OptionalInt alone(Task task) throws SQLException {
    Optional<LakeLease> lease = LakeLease.take(database, TASK, lake.lease());
    if (lease.isEmpty()) {
      return OptionalInt.empty();
    }
    try (LakeLease held = lease.get();
        Connection connection = database.getConnection();
        ScanPartitions partitions = new ScanPartitions(connection)) {
      return OptionalInt.of(task.run(partitions));
    }
  }

  /** Returns how many weeks it made. */
  @FunctionalInterface
  private interface Task {
    int run(ScanPartitions partitions) throws SQLException;
  }

  private int keep(ScanPartitions partitions, LocalDate today) throws SQLException {
    List<Week> there = partitions.weeks();
    Week first = there.isEmpty() ? oldest(partitions, today) : there.get(there.size() - 1).next();
    LocalDate last = today.plusWeeks(Math.max(FEWEST_AHEAD, config.weeksAhead()));
    List<Week> missing =
        Stream.iterate(first, week -> !week.end().isAfter(last.plusWeeks(1)), Week::next).toList();
    if (!missing.isEmpty()) {
      partitions.add(missing);
      LOG.infof("the table scan has got %d weeks, up to %s", missing.size(), last);
    }
    ahead.set(weeksAhead(partitions.weeks(), today));
    return missing.size();
  }

  private static Week oldest(ScanPartitions partitions, LocalDate today) throws SQLException {
    LocalDate first = partitions.oldestLater().filter(today::isAfter).orElse(today);
    LocalDate limit = today.minusWeeks(MOST_BACK);
    return Week.of(first.isBefore(limit) ? limit : first);
  }

  private static long weeksAhead(List<Week> weeks, LocalDate today) {
    return weeks.isEmpty()
        ? 0
        : Math.max(0, ChronoUnit.WEEKS.between(today, weeks.get(weeks.size() - 1).end()));
  }
}
