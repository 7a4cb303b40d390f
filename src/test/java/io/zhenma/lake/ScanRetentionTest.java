package io.zhenma.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Weeks are there before their scans, and leave when all of them is in the lake. The weeks here are
 * long before those of other tests, and each test's before those of the last one, so that nobody
 * else's scans go.
 */
@QuarkusTest
@Tag("database")
class ScanRetentionTest {
  private static final Duration RETENTION = Duration.ofDays(30);
  private static LocalDate nextMonday = LocalDate.of(2015, 1, 5);

  @Inject AgroalDataSource database;
  @Inject TestBrand brands;
  @Inject LakeExport export;
  @Inject LakeDays days;
  @Inject LakeFiles files;
  @Inject ScanRetention retention;
  @Inject WeekKeeper keeper;

  private long brandId;
  private LocalDate monday = nextMonday;
  private OldScans scans = new OldScans(database, 0);

  @BeforeEach
  void twoWeeksOfScans() throws SQLException {
    brandId = brands.create("Retention").brand().id();
    scans = new OldScans(database, brandId);
    monday = nextMonday;
    nextMonday = monday.minusWeeks(3);
    keeper.keep(LocalDate.now(java.time.ZoneOffset.UTC));
    split(Week.of(monday), Week.of(monday.plusWeeks(1)));
    scans.add(monday, 30);
    scans.add(monday.plusDays(6), 20);
    scans.refine(monday.atTime(13, 0));
    scans.add(monday.plusWeeks(1), 10);
  }

  @Test
  void anEarlierWeekGetsItsPartitionWithTheScansThatAreThere() throws Exception {
    LocalDate before = monday.minusWeeks(1);
    scans.add(before.plusDays(1), 7);

    assertThat(keeper.keepSince(before)).hasValue(1);

    assertThat(scans.number("SELECT COUNT(*) FROM scan PARTITION (%s)", Week.of(before).name()))
        .isEqualTo(7);
    assertThat(scans.count(monday)).isEqualTo(30);
    assertThat(keeper.keepSince(before)).hasValue(0);
  }

  @Test
  void aWeekThatIsNotInTheLakeStays() throws Exception {
    scans.follow();
    export.run(Optional.of(monday));

    ScanRetention.Result result = drop();

    assertThat(result.dropped()).isEmpty();
    assertThat(result.why().orElseThrow())
        .contains(monday.plusDays(6).toString(), "not in the lake");
    assertThat(scans.count(monday)).isEqualTo(30);
  }

  @Test
  void aWeekThatAProjectionHasNotReadStays() throws Exception {
    export.run(Optional.of(monday.plusDays(6)));
    scans.follow();
    scans.stall("slow");
    try {
      assertThat(drop().why().orElseThrow()).contains("slow", "has not followed");
      assertThat(scans.count(monday)).isEqualTo(30);
    } finally {
      scans.forget("slow");
    }
  }

  @Test
  void aWeekWhoseFileWasChangedStays() throws Exception {
    scans.follow();
    export.run(Optional.of(monday.plusDays(6)));
    Path path = files.file(new LakePart(brandId, monday, 1));
    Files.write(path, new byte[] {1, 2, 3});

    assertThat(drop().why().orElseThrow()).contains("changed");

    export.run(Optional.of(monday.plusDays(6)));
    assertThat(drop().dropped()).extracting(Week::name).containsExactly(Week.of(monday).name());
  }

  @Test
  void aWeekLeavesWithItsPositionsAndTheNextOneStays() throws Exception {
    scans.follow();
    export.run(Optional.of(monday.plusWeeks(1)));

    assertThat(drop().dropped()).extracting(Week::end).containsExactly(monday.plusWeeks(1));

    assertThat(scans.count(monday) + scans.count(monday.plusDays(6))).isZero();
    assertThat(scans.count(monday.plusWeeks(1))).isEqualTo(10);
    assertThat(scans.number("SELECT COUNT(*) FROM scan_refinement WHERE brand_id = %d", brandId))
        .isZero();
    assertThat(states(monday)).containsExactly(LakeState.DROPPED);
    assertThat(states(monday.plusWeeks(1))).containsExactly(LakeState.VERIFIED);
    assertThat(drop().dropped()).as("the next one is not old enough").isEmpty();
  }

  @Test
  void scansThatComeToADayThatLeftGoIntoAFileOfTheirOwn() throws Exception {
    scans.follow();
    export.run(Optional.of(monday.plusDays(6)));
    drop();
    String sha256 = LakeFiles.sha256(files.file(new LakePart(brandId, monday, 1)));

    scans.add(monday, 4);
    export.run(Optional.of(monday.plusDays(6)));

    assertThat(LakeFiles.sha256(files.file(new LakePart(brandId, monday, 1)))).isEqualTo(sha256);
    assertThat(states(monday)).containsExactly(LakeState.DROPPED, LakeState.VERIFIED);
    assertThat(files.file(new LakePart(brandId, monday, 2))).isRegularFile();
  }

  @Test
  void aReplicaThatDiesBeforeTheDropLosesNothingAndAnotherGoesOn() throws Exception {
    scans.follow();
    export.run(Optional.of(monday.plusDays(6)));
    days.markLeaving(
        List.of(new LakePart(brandId, monday, 1), new LakePart(brandId, monday.plusDays(6), 1)),
        Week.of(monday).name());
    export.run(Optional.of(monday.plusDays(6)));
    assertThat(states(monday)).as("not exported twice").containsExactly(LakeState.LEAVING);

    assertThat(drop().dropped()).hasSize(1);

    assertThat(states(monday)).containsExactly(LakeState.DROPPED);
  }

  @Test
  void aWeekStaysWhileSomebodyReadsTheTable() throws Exception {
    scans.follow();
    export.run(Optional.of(monday.plusDays(6)));
    try (Connection reader = database.getConnection()) {
      reader.setAutoCommit(false);
      try (Statement select = reader.createStatement()) {
        select.executeQuery("SELECT COUNT(*) FROM scan WHERE brand_id = " + brandId).close();
        assertThat(drop().why().orElseThrow()).contains("could not be locked");
      } finally {
        reader.rollback();
      }
    }
    assertThat(states(monday)).containsExactly(LakeState.VERIFIED);

    assertThat(drop().dropped()).extracting(Week::name).containsExactly(Week.of(monday).name());
  }

  @Test
  void aScanThatComesAfterTheCountKeepsItsWeek() throws Exception {
    try (Connection connection = database.getConnection();
        ScanPartitions partitions = new ScanPartitions(connection)) {
      Week week = Week.of(monday);
      List<ScanPartitions.LaneEnd> before = partitions.laneEnds(week);
      scans.add(monday, 1);

      assertThat(partitions.drop(week, before)).isFalse();

      assertThat(scans.count(monday)).isEqualTo(31);
      scans.add(monday, 1);
      assertThat(scans.count(monday)).as("the table is unlocked").isEqualTo(32);
    }
  }

  @Test
  void weeksAreMadeAheadAndScansOfAWeekWithoutOneMoveToIt() throws Exception {
    LocalDate later = LocalDate.now(java.time.ZoneOffset.UTC).plusYears(2);
    LocalDate farOff = weeks().get(weeks().size() - 1).end().plusWeeks(30);
    LocalDate day = farOff.isBefore(later) ? farOff : later;
    scans.add(day, 5);
    String inLater = "SELECT COUNT(*) FROM scan PARTITION (later) WHERE brand_id = " + brandId;
    assertThat(scans.number(inLater)).isEqualTo(5);

    assertThat(keeper.keep(day)).isPositive();

    assertThat(scans.number(inLater)).isZero();
    assertThat(scans.count(day)).isEqualTo(5);
    assertThat(weeks()).extracting(Week::end).isSorted().contains(Week.of(day).end());
    assertThat(weeks().get(weeks().size() - 1).end()).isAfter(day.plusWeeks(4));
    assertThat(keeper.keep(day)).isZero();
  }

  @Test
  void whatWasPutAsideIsLostWithItsScanAndNotBefore() throws Exception {
    scans.follow();
    export.run(Optional.of(monday.plusDays(6)));
    for (int seq : new int[] {3, 55}) {
      scans.execute(
          "INSERT INTO parked_event (brand_id, projection, lane, seq, error, parked_at)"
              + " VALUES (%d, 'x', 3, %d, 'x', UTC_TIMESTAMP(3))",
          brandId, seq);
    }
    double before = Metrics.counter("zhenma.journal.parked.lost").count();

    assertThat(drop().dropped()).extracting(Week::name).containsExactly(Week.of(monday).name());

    assertThat(scans.number("SELECT MAX(seq) FROM parked_event WHERE brand_id = %d", brandId))
        .isEqualTo(55);
    assertThat(scans.number("SELECT COUNT(*) FROM parked_event WHERE brand_id = %d", brandId))
        .isEqualTo(1);
    assertThat(Metrics.counter("zhenma.journal.parked.lost").count()).isEqualTo(before + 1);
    scans.execute("DELETE FROM parked_event WHERE brand_id = %d", brandId);
  }

  private ScanRetention.Result drop() throws SQLException {
    try (LakeLease lease =
        LakeLease.take(database, LakeExport.TASK, Duration.ofMinutes(1)).orElseThrow()) {
      return retention.run(lease, monday.plusWeeks(1).plusDays(30), RETENTION);
    }
  }

  private List<LakeState> states(LocalDate day) throws SQLException {
    return days.all().stream()
        .filter(file -> file.part().brandId() == brandId && file.part().day().equals(day))
        .map(LakeDay::state)
        .toList();
  }

  private List<Week> weeks() throws SQLException {
    try (Connection connection = database.getConnection();
        ScanPartitions partitions = new ScanPartitions(connection)) {
      return partitions.weeks();
    }
  }

  /** Splits weeks off the one that holds all that is older. */
  private void split(Week... weeks) throws SQLException {
    Week holder =
        weeks().stream()
            .filter(week -> week.end().isAfter(weeks[0].end()))
            .findFirst()
            .orElseThrow();
    scans.execute(
        "ALTER TABLE scan REORGANIZE PARTITION %s INTO (%s)",
        holder.name(),
        Stream.concat(Stream.of(weeks), Stream.of(holder))
            .map(Week::definition)
            .collect(Collectors.joining(", ")));
  }
}
