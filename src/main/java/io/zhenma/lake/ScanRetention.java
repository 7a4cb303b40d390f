package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenma.lake.ScanPartitions.DayCount;
import io.zhenma.lake.ScanPartitions.LaneEnd;
import io.zhenma.problem.JobTroubles;
import io.zhenma.scan.ParkedEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Drops weeks of scans that are older than the retention, the oldest first, each only when all of
 * it is in the lake as it is in the database and whoever follows the journal has read it.
 */
@ApplicationScoped
class ScanRetention {
  private static final Logger LOG = Logger.getLogger(ScanRetention.class);

  /**
   * Below, ids of scans that are sent again would be forgotten, and verdicts lose their context.
   */
  private static final Duration SHORTEST = Duration.ofDays(30);

  /** A position may come an hour after its scan. */
  private static final int REFINED_WITHIN_HOURS = 2;

  private final AgroalDataSource database;
  private final ScanConfig config;
  private final LakeDays days;
  private final LakeCheck check;
  private final Followers followers;
  private final ParkedEvents parked;
  private final AtomicLong keptBack;

  ScanRetention(
      AgroalDataSource database,
      ScanConfig config,
      LakeDays days,
      LakeCheck check,
      Followers followers,
      ParkedEvents parked,
      MeterRegistry meters) {
    this.database = database;
    this.config = config;
    this.days = days;
    this.check = check;
    this.followers = followers;
    this.parked = parked;
    this.keptBack = meters.gauge("zhenma.scan.weeks.kept.back", new AtomicLong());
  }

  /**
   * What was done.
   *
   * @param dropped the weeks that left
   * @param why what keeps the next one that is due, if anything does
   */
  record Result(List<Week> dropped, Optional<String> why) {}

  /** Drops what is due today; nothing where no retention is configured. */
  Result run(LakeLease lease, LocalDate today) throws SQLException {
    return config.retention().isEmpty()
        ? new Result(List.of(), Optional.empty())
        : run(lease, today, longEnough(config.retention().get()));
  }

  private static Duration longEnough(Duration wanted) {
    return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
  }

  Result run(LakeLease lease, LocalDate today, Duration retention) throws SQLException {
    LocalDate keepFrom = today.minusDays(retention.toDays());
    List<Week> dropped = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ScanPartitions partitions = new ScanPartitions(connection)) {
      settle(partitions);
      List<Week> due =
          partitions.weeks().stream().filter(week -> !week.end().isAfter(keepFrom)).toList();
      for (Week week : due) {
        lease.renew();
        Optional<String> why = drop(partitions, week);
        if (why.isPresent()) {
          keptBack.set(due.size() - dropped.size());
          LOG.warnf("scans of the week before %s stay: %s", week.end(), why.get());
          return new Result(dropped, why);
        }
        dropped.add(week);
        LOG.infof("scans of the week before %s have left the database", week.end());
      }
    }
    keptBack.set(0);
    return new Result(dropped, Optional.empty());
  }

  /** Finds out what became of a week whose replica died while it dropped it. */
  private void settle(ScanPartitions partitions) throws SQLException {
    List<String> there = partitions.weeks().stream().map(Week::name).toList();
    for (String week : days.leavingWeeks()) {
      days.settle(week, !there.contains(week));
    }
  }

  /** Returns why it could not be dropped. */
  private Optional<String> drop(ScanPartitions partitions, Week week) throws SQLException {
    List<LaneEnd> ends = partitions.laneEnds(week);
    LocalDateTime end = week.end().atStartOfDay();
    Optional<String> behind =
        followers.behind(followers.withRefinements(ends, end.plusHours(REFINED_WITHIN_HOURS)));
    if (behind.isPresent()) {
      return behind;
    }
    List<DayCount> counts = partitions.days(week);
    Map<LakePart, LakeDay> files = filesOfRows();
    List<LakePart> leaving = new ArrayList<>();
    for (DayCount count : counts) {
      Optional<LakeDay> file = fileOf(files, count);
      Optional<String> fault =
          file.isEmpty()
              ? Optional.of("it is not in the lake, or not with all of its scans")
              : check.fault(file.get());
      if (fault.isPresent()) {
        file.ifPresent(this::markDamaged);
        return Optional.of(
            String.format(
                Locale.ROOT, "brand %d, %s: %s", count.brandId(), count.day(), fault.get()));
      }
      leaving.add(file.orElseThrow().part());
    }
    days.markLeaving(leaving, week.name());
    Optional<String> busy = dropOrSettle(partitions, week, ends);
    if (busy.isEmpty()) {
      followers.deleteRefinements(end);
      loseParked(ends);
    }
    return busy;
  }

  /** The week has left; what fails here leaves rows behind that nobody needs. */
  private void loseParked(List<LaneEnd> ends) {
    for (LaneEnd end : ends) {
      try {
        parked.lose(end.brandId(), end.lane(), end.seq());
      } catch (SQLException failure) {
        JobTroubles.leftOut("lake", "parked events of brand " + end.brandId(), failure);
      }
    }
  }

  private Optional<String> dropOrSettle(ScanPartitions partitions, Week week, List<LaneEnd> ends)
      throws SQLException {
    boolean dropped = false;
    try {
      dropped = partitions.drop(week, ends);
      return dropped ? Optional.empty() : Optional.of("scans came to it meanwhile");
    } catch (SQLException busy) {
      return Optional.of("the table could not be locked and changed: " + busy.getMessage());
    } finally {
      if (dropped) {
        days.settle(week.name(), true);
      } else {
        settle(partitions);
      }
    }
  }

  private void markDamaged(LakeDay file) {
    try {
      days.markDamaged(file.part());
    } catch (SQLException unmarked) {
      LOG.warnf("%s could not be marked as damaged: %s", file.part(), unmarked.getMessage());
    }
  }

  /** The files whose rows the database has, by brand and day. */
  private Map<LakePart, LakeDay> filesOfRows() throws SQLException {
    return days.all().stream()
        .filter(day -> day.state() == LakeState.VERIFIED)
        .collect(
            Collectors.toMap(
                day -> new LakePart(day.part().brandId(), day.part().day(), 1),
                day -> day,
                (one, other) -> one,
                HashMap::new));
  }

  private static Optional<LakeDay> fileOf(Map<LakePart, LakeDay> files, DayCount count) {
    return Optional.ofNullable(files.get(new LakePart(count.brandId(), count.day(), 1)))
        .filter(file -> file.sum().rows() == count.rows());
  }
}
