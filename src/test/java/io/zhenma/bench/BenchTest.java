package io.zhenma.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.issuing.BatchView;
import io.zhenma.scan.Scans;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tiny run on the real server and database. */
@QuarkusTest
@Tag("database")
class BenchTest {
  private static final BenchParameters TINY =
      new BenchParameters(
          2_000, 1_000, 100, 80, 20, 100, 40, 4, 500, 300, 30, EnumSet.allOf(BenchPart.class));

  @Inject Bench bench;
  @Inject BenchBrand brands;
  @Inject ScanLoad load;
  @Inject Scans scans;
  @Inject NaiveScans naive;
  @Inject Cleaning cleaning;
  @Inject AgroalDataSource database;
  @Inject ObjectMapper json;

  @Test
  void aRunMeasuresEverythingLosesNothingAndLeavesNothing() throws Exception {
    long before = number("SELECT MAX(id) FROM brand");

    BenchResult result = bench.run(TINY, step -> {});

    assertThat(result.passed()).isTrue();
    assertThat(result.readBack().acknowledged())
        .isEqualTo(20 + 20 + 100 + 50 + 20 + 20 + 100 + 50 + 300);
    assertThat(result.statuses()).containsOnlyKeys(200).containsEntry(200, 380L);
    assertThat(result.comparisons()).hasSize(13).allMatch(comparison -> comparison.ratio() > 0);
    assertThat(result.text())
        .contains(
            "against a transaction each", "with 500 stored before", "each there exactly once");
    JsonNode written = json.valueToTree(result);
    assertThat(written.at("/passed").booleanValue()).isTrue();
    assertThat(written.at("/comparisons/0/ratio").doubleValue()).isPositive();
    assertThat(rowsOfBrandsAfter(before)).isZero();
  }

  @Test
  void aScanThatWasAcknowledgedAndIsMissingIsALoss() throws Exception {
    BatchView batch = brands.create();
    Instant longAgo = Instant.now().minus(Duration.ofDays(200));
    List<UUID> acknowledged = new ArrayList<>();
    for (PlannedScan scan : load.plan(batch, 5, 1)) {
      scans.scan(scan.request()).toCompletableFuture().join();
      acknowledged.add(scan.id());
    }
    try (Connection connection = database.getConnection()) {
      assertThat(ReadBack.of(connection, batch.brandId(), longAgo, acknowledged).nothingLost())
          .isTrue();

      acknowledged.add(UUID.randomUUID());

      ReadBack lossy = ReadBack.of(connection, batch.brandId(), longAgo, acknowledged);
      assertThat(lossy).isEqualTo(new ReadBack(6, 1, 0));
      assertThat(lossy.nothingLost()).isFalse();
    }
    cleaning.clean();
  }

  @Test
  void theAlternativeComesToTheSameVerdicts() throws Exception {
    BatchView ours = brands.create();
    BatchView theirs = brands.create();
    for (PlannedScan scan : load.plan(ours, 60, 1)) {
      scans.scan(scan.request()).toCompletableFuture().join();
    }
    load.plan(theirs, 60, 1).forEach(scan -> naive.scan(scan.request()));

    assertThat(number(firsts(theirs))).isEqualTo(number(firsts(ours))).isEqualTo(51);
    assertThat(number("SELECT SUM(scans) FROM item_history WHERE brand_id = " + theirs.brandId()))
        .isEqualTo(60);
    cleaning.clean();
  }

  @Test
  void countsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new BenchParameters(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, Set.of()))
        .hasMessage("--codes is 1 to 1000000000");
  }

  private static String firsts(BatchView batch) {
    return "SELECT COUNT(*) FROM scan WHERE outcome = 'GENUINE_FIRST' AND brand_id = "
        + batch.brandId();
  }

  /**
   * Projections go on filling the brands of other tests meanwhile; the run's own came after those.
   */
  private long rowsOfBrandsAfter(long brandId) throws SQLException {
    long rows =
        number("SELECT COUNT(*) FROM user_agent WHERE header LIKE '%" + ScanLoad.AGENT + "%'");
    for (String table :
        List.of("scan", "item_history", "customer", "data_key", "report_run", "audit_entry")) {
      rows += number("SELECT COUNT(*) FROM " + table + " WHERE brand_id > " + brandId);
    }
    return rows + number("SELECT COUNT(*) FROM brand WHERE id > " + brandId);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
