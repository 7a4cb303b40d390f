package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhenma.TestBrand;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row of the journal that nobody can read, before all that follows the journal. */
@QuarkusTest
@Tag("database")
class ParkedEventsTest {
  @Inject TestBrand brands;
  @Inject AgroalDataSource database;
  @Inject JournalFollower follower;
  @Inject ParkedEvents parked;
  @Inject @All List<JournalProjection> projections;

  private TestBrand.Staffed brand;
  private long brandId;

  @BeforeEach
  void aBrandWithScans() {
    brand = brands.create("Poison");
    brandId = brand.brand().id();
  }

  private void scan(int times) {
    String gtin = brand.product("Tea", 100, 730);
    int batch = brand.activeBatch(gtin, 10);
    for (int item = 0; item < times; item++) {
      given()
          .contentType(ContentType.JSON)
          .body(Map.of("scanId", UUID.randomUUID(), "code", brand.link(batch, "inner", item)))
          .post("/api/v1/scans")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void whatFollowsTheJournalGoesOnBehindAPoisonousScanAndTakesItInAfterARepair() throws Exception {
    scan(1);
    plantScanOfNobody();
    scan(1);

    projections.forEach(this::followToTheEnd);

    assertThat(ofBrand()).hasSize(projections.size());
    assertThat(ofBrand()).allMatch(event -> event.error().equals("IllegalArgumentException"));
    assertThat(scansOfDays()).isEqualTo(2);
    parked.applyAgain();
    assertThat(ofBrand()).as("fails again").hasSize(projections.size());

    change("UPDATE scan SET visitor = 'PERSON' WHERE brand_id = ? AND visitor = 'NOBODY'");
    parked.applyAgain();

    assertThat(ofBrand()).isEmpty();
    assertThat(scansOfDays()).isEqualTo(3);
    parked.applyAgain();
    assertThat(scansOfDays()).as("once").isEqualTo(3);
  }

  /**
   * One that fails for everything is itself at fault: its events are not thrown aside by thousands.
   */
  @Test
  void aProjectionThatFailsForManyEventsWaitsForItsRepair() throws Exception {
    scan(3);
    JournalProjection broken = new Broken("broken-" + brandId);
    park(broken, ParkedEventRows.MOST_AN_HOUR);

    for (int pass = 0; pass < 2 * JournalPass.TRIES; pass++) {
      assertThatThrownBy(() -> follower.follow(broken, brandId)).isInstanceOf(SQLException.class);
    }
    assertThat(ofBrand().stream().filter(event -> event.seq() < 1_000)).isEmpty();
  }

  @Test
  void anErrorOfAProjectionIsPutAsideLikeAnyFailure() throws Exception {
    scan(1);
    followToTheEnd(new Overflowing("deep-" + brandId));
    assertThat(ofBrand()).anyMatch(event -> event.error().equals("StackOverflowError"));
  }

  @Test
  void aProjectionRestsLongerEachTimeItFails() {
    Troubles troubles = new Troubles();
    Lane lane = new Lane(brandId, 0, 10);
    JournalProjection broken = new Broken("resting");
    assertThat(troubles.rests(broken, lane)).isFalse();
    assertThat(List.of(troubles.failed(broken, lane, 1), troubles.failed(broken, lane, 1)))
        .containsExactly(1, 2);
    assertThat(troubles.rests(broken, lane)).isTrue();
    assertThat(troubles.failed(broken, lane, 2)).isEqualTo(1);
    troubles.passed(broken, lane);
    assertThat(troubles.rests(broken, lane)).isFalse();
  }

  private void followToTheEnd(JournalProjection projection) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      try {
        follower.follow(projection, brandId);
        return;
      } catch (SQLException oneTry) {
        assertThat(oneTry.getMessage()).contains(projection.projectionName());
      }
    }
    throw new AssertionError("does not get by: " + projection.projectionName());
  }

  private record Broken(String projectionName) implements JournalProjection {
    @Override
    public void apply(PreparedSession session, long brandId, List<ScanEvent> events) {
      throw new IllegalStateException("out of order");
    }
  }

  private record Overflowing(String projectionName) implements JournalProjection {
    @Override
    public void apply(PreparedSession session, long brandId, List<ScanEvent> events) {
      throw new StackOverflowError();
    }
  }

  private List<ParkedEvents.Parked> ofBrand() throws SQLException {
    return parked.all().stream().filter(event -> event.brandId() == brandId).toList();
  }

  private void park(JournalProjection projection, int events) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (int seq = 1_000; seq < 1_000 + events; seq++) {
        Sql.update(
            connection,
            "INSERT INTO parked_event (brand_id, projection, lane, seq, error, parked_at)"
                + " VALUES (?, ?, 0, ?, 'x', UTC_TIMESTAMP(3))",
            List.of(brandId, projection.projectionName(), seq));
      }
    }
  }

  /** A copy of a scan that the journal's readers don't understand, there at once as any other. */
  private void plantScanOfNobody() throws SQLException {
    try (Connection connection = database.getConnection()) {
      String columns =
          String.join(
              ", ",
              Sql.list(
                  connection,
                  "SELECT column_name FROM information_schema.columns"
                      + " WHERE table_schema = DATABASE() AND table_name = 'scan'",
                  List.of(),
                  row -> row.getString(1)));
      String values =
          columns
              .replaceFirst("\\bscan_id\\b", "UNHEX(REPLACE(UUID(), '-', ''))")
              .replaceFirst("\\bseq\\b", "seq + 1")
              .replaceFirst("\\bvisitor\\b", "'NOBODY'");
      connection.setAutoCommit(false);
      Sql.update(
          connection,
          "UPDATE journal_lane SET next_seq = next_seq + 1 WHERE brand_id = ?",
          List.of(brandId));
      Sql.update(
          connection,
          "INSERT INTO scan (" + columns + ") SELECT " + values + " FROM scan WHERE brand_id = ?",
          List.of(brandId));
      connection.commit();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.update(connection, sql, List.of(brandId));
    }
  }

  private long scansOfDays() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.count(
          connection,
          "SELECT COALESCE(SUM(scans), 0) FROM daily_scans WHERE brand_id = ?",
          List.of(brandId));
    }
  }
}
