package io.zhenma.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes into the lake is what the database held, once, and nothing that is personal. */
@QuarkusTest
@Tag("database")
class LakeExportTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 8);

  @Inject AgroalDataSource database;
  @Inject TestBrand brands;
  @Inject LakeExport export;
  @Inject LakeCheck check;
  @Inject LakeDays days;
  @Inject LakeFiles files;
  @Inject LakeConfig config;
  @Inject DaysWaiting waiting;

  private long brandId;
  private OldScans scans = new OldScans(database, 0);

  @BeforeEach
  void aBrand() {
    brandId = brands.create("Lake").brand().id();
    scans = new OldScans(database, brandId);
  }

  @Test
  void aReportOverTheLakeCountsWhatTheDatabaseCounts() throws Exception {
    scans.add(DAY, 300);
    scans.add(DAY.plusDays(1), 200);
    export.run(Optional.of(DAY.plusDays(1)));

    String counts =
        "SELECT %s AS day, province, outcome, COUNT(*), COUNT(DISTINCT device), SUM(list_price_fen)"
            + " FROM %s WHERE brand_id = "
            + brandId
            + " GROUP BY %s, province, outcome ORDER BY day, province, outcome";
    List<String> ofDatabase;
    try (Connection connection = database.getConnection()) {
      ofDatabase =
          rows(connection, counts.formatted("DATE(scanned_at)", "scan", "DATE(scanned_at)"));
    }
    Path all = config.dir().toAbsolutePath().resolve("scan").resolve("day=*");
    try (Connection duck = Duck.open(config, files.drafts())) {
      String lake = "read_parquet(" + Duck.text(all.resolve("*.parquet")) + ")";
      assertThat(
              rows(
                  duck,
                  counts.formatted("CAST(scanned_at AS DATE)", lake, "CAST(scanned_at AS DATE)")))
          .isEqualTo(ofDatabase)
          .hasSize(24);
    }
  }

  @Test
  void noAddressNoPositionAndNoIdThatIsKnownElsewhereIsInTheFile() throws Exception {
    scans.add(DAY, 60);
    export.run(Optional.of(DAY));

    try (Connection duck = Duck.open(config, files.drafts())) {
      String lake = "read_parquet(" + Duck.text(files.file(new LakePart(brandId, DAY, 1))) + ")";
      List<String> columns = new ArrayList<>();
      for (String column : rows(duck, "DESCRIBE SELECT * FROM " + lake)) {
        columns.add(column.split("\\|")[0]);
      }
      assertThat(columns)
          .contains("device", "province", "device_class")
          .doesNotContain(
              "scan_id", "network", "latitude", "longitude", "user_agent_id", "consented_at");
      List<String> devices = rows(duck, "SELECT DISTINCT device FROM " + lake);
      List<String> known = new ArrayList<>();
      try (Connection connection = database.getConnection()) {
        for (String hex :
            rows(
                connection,
                "SELECT DISTINCT LOWER(HEX(device)) FROM scan WHERE brand_id = " + brandId)) {
          known.add(hex);
        }
      }
      assertThat(devices).hasSameSizeAs(known).doesNotContainAnyElementsOf(known);
    }
  }

  @Test
  void aDayThatIsThereIsLeftAloneUntilScansCameToIt() throws Exception {
    scans.add(DAY, 40);
    export.run(Optional.of(DAY));
    LakeDay first = file(DAY);
    export.run(Optional.of(DAY));
    assertThat(file(DAY)).isEqualTo(first);

    scans.add(DAY, 5);
    export.run(Optional.of(DAY));

    assertThat(file(DAY).sum().rows()).isEqualTo(45);
    assertThat(check.run(line -> {}).orElseThrow().damaged()).isZero();
  }

  @Test
  void aDamagedFileIsFoundAndMadeAgain() throws Exception {
    scans.add(DAY, 40);
    export.run(Optional.of(DAY));
    Path path = files.file(new LakePart(brandId, DAY, 1));
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length / 2] ^= 1;
    Files.write(path, bytes);

    List<String> lines = new ArrayList<>();
    assertThat(check.run(lines::add).orElseThrow().damaged()).isEqualTo(1);
    assertThat(lines).singleElement().asString().contains("brand " + brandId, "changed");
    assertThat(file(DAY).state()).isEqualTo(LakeState.DAMAGED);
    export.run(Optional.of(DAY));

    assertThat(file(DAY).state()).isEqualTo(LakeState.VERIFIED);
    assertThat(check.run(lines::add).orElseThrow().damaged()).isZero();
  }

  @Test
  void aDayThatNobodyCanReadIsLeftAloneAndHoldsUpNoOther() throws Exception {
    scans.add(DAY, 40);
    export.run(Optional.of(DAY));
    String state = "UPDATE lake_day SET state = '%s' WHERE brand_id = %d AND day = '%s'";
    scans.execute(state, "SUNKEN", brandId, DAY);
    scans.add(DAY, 5);
    scans.add(DAY.plusDays(1), 20);
    double before = Metrics.counter("zhenma.job.failures", "job", "lake").count();

    export.run(Optional.of(DAY.plusDays(1)));

    assertThat(file(DAY.plusDays(1)).sum().rows()).isEqualTo(20);
    assertThat(file(DAY).sum().rows()).isEqualTo(40);
    assertThat(Metrics.counter("zhenma.job.failures", "job", "lake").count()).isGreaterThan(before);
    scans.execute(state, "VERIFIED", brandId, DAY);
  }

  /** A folder where the file belongs: this day cannot be written, whatever is tried. */
  @Test
  void aDayThatCannotBeWrittenHoldsUpNoOther() throws Exception {
    scans.add(DAY, 40);
    scans.add(DAY.plusDays(1), 20);
    Path inTheWay = files.file(new LakePart(brandId, DAY, 1));
    Files.createDirectories(inTheWay.resolve("full"));
    try {
      export.run(Optional.of(DAY.plusDays(1)));
    } finally {
      Files.delete(inTheWay.resolve("full"));
      Files.delete(inTheWay);
    }
    assertThat(file(DAY.plusDays(1)).sum().rows()).isEqualTo(20);
    export.run(Optional.of(DAY));
    assertThat(file(DAY).sum().rows()).isEqualTo(40);
  }

  @Test
  void whatAKilledExporterLeftIsMadeGood() throws Exception {
    scans.add(DAY, 40);
    LakePart part = new LakePart(brandId, DAY, 1);
    Path leftover = Files.writeString(files.draft(), "half a file");
    Files.createDirectories(files.file(part).getParent());
    Files.writeString(files.file(part), "a file that nobody wrote down");

    export.run(Optional.of(DAY));

    assertThat(leftover).doesNotExist();
    assertThat(LakeFiles.sha256(files.file(part))).isEqualTo(file(DAY).sha256());
    assertThat(check.run(line -> {}).orElseThrow().damaged()).isZero();
  }

  @Test
  void onlyOneReplicaExportsAndWhoIsSilentTooLongHasLostIt() throws Exception {
    scans.add(DAY, 10);
    try (LakeLease other =
        LakeLease.take(database, LakeExport.TASK, Duration.ofSeconds(3)).orElseThrow()) {
      assertThat(export.run(Optional.of(DAY))).isEmpty();
      assertThat(check.run(line -> {})).isEmpty();
      Thread.sleep(3_500);

      assertThat(export.run(Optional.of(DAY))).isPresent();
      try (Connection connection = database.getConnection()) {
        assertThatThrownBy(() -> other.renew(connection)).isInstanceOf(LeaseLostException.class);
      }
    }
  }

  @Test
  void aDayIsClosedHoursAfterItsEnd() throws Exception {
    assertThat(waiting.lastClosed(Instant.parse("2021-03-09T02:59:59Z"))).isEqualTo("2021-03-07");
    assertThat(waiting.lastClosed(Instant.parse("2021-03-09T03:00:00Z"))).isEqualTo("2021-03-08");
    LocalDate today = LakeExportTest.today();
    scans.add(today, 3);

    export.run(Optional.of(today.plusDays(3)));

    assertThat(days.all())
        .extracting(day -> day.part().day())
        .doesNotContain(today, today.plusDays(1));
  }

  private static LocalDate today() {
    return LocalDate.now(java.time.ZoneOffset.UTC);
  }

  private LakeDay file(LocalDate day) throws SQLException {
    return days.all().stream()
        .filter(known -> known.part().equals(new LakePart(brandId, day, 1)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(i > 1 ? "|" : "").append(row.getString(i));
        }
        rows.add(text.toString());
      }
    }
    return rows;
  }
}
