package io.zhenma.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a snapshot. */
@QuarkusTest
@Tag("database")
class ReportsTest {
  @Inject TestBrand brands;
  @Inject Reports reports;
  @Inject ReportRuns runs;
  @Inject AgroalDataSource database;

  private TestBrand.Staffed brand;

  @BeforeEach
  void aBrand() {
    brand = brands.create("Reports");
  }

  @Test
  void theScheduleMakesEachReportOnceADayHoweverManyReplicasWakeUp() {
    List<CompletableFuture<Void>> replicas =
        IntStream.range(0, 3)
            .mapToObj(replica -> CompletableFuture.runAsync(reports::makeScheduled))
            .toList();
    replicas.forEach(CompletableFuture::join);
    reports.makeScheduled();

    brand
        .marketer()
        .request()
        .get("/api/v1/reports")
        .then()
        .body("total", equalTo(2))
        .body("items.state.unique()", contains("DONE"))
        .body("items.trigger.unique()", contains("SCHEDULED"));
  }

  @Test
  void aBrandWhoseDaysNobodyCanTellHoldsUpNoOther() throws Exception {
    TestBrand.Staffed other = brands.create("Later");
    double before = Metrics.counter("zhenma.job.failures", "job", "reports").count();
    setZone("Mars/Olympus");
    try {
      reports.makeScheduled();
    } finally {
      setZone("Asia/Shanghai");
    }

    other.marketer().request().get("/api/v1/reports").then().body("total", equalTo(2));
    assertThat(Metrics.counter("zhenma.job.failures", "job", "reports").count())
        .isGreaterThan(before);
  }

  private void setZone(String zone) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          "UPDATE brand SET time_zone = ? WHERE id = ?",
          List.of(zone, brand.brand().id()));
    }
  }

  /** Arabic of Egypt, Persian and Thai write numbers in digits of their own; JSON has but ours. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "tr-TR"})
  void theLimitsOfLevelsAreJsonWhateverTheLocaleOfTheMachine(String tag) throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      reports.makeNow(brand.brand().id(), ReportKind.RFM);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(limits()).matches("\\{\"recencyDays\":\\[[0-9]+,[0-9]+\\],.*[0-9]+\\]\\}");
  }

  private String limits() throws SQLException {
    String select = "SELECT thresholds FROM report_run WHERE brand_id = ?";
    try (Connection connection = database.getConnection()) {
      return Sql.list(connection, select, List.of(brand.brand().id()), row -> row.getString(1))
          .get(0);
    }
  }

  @Test
  void limitsThatWereStoredInOtherDigitsAreReadAsWhatTheyMean() {
    ReportRun run = new ReportRun();
    run.thresholds = "{\"recencyDays\":[٣,٤٥],\"frequency\":[۱,۲],\"monetaryFen\":[๑๒,𞥐0]}";
    assertThat(run.thresholds())
        .isEqualTo("{\"recencyDays\":[3,45],\"frequency\":[1,2],\"monetaryFen\":[12,00]}");
  }

  @Test
  void ofTwoPeopleWhoAskAtOnceOneIsToldThatItIsBeingMade() {
    ReportRun first = runs.openManual(brand.brand(), ReportKind.RFM, false);

    brand
        .marketer()
        .request()
        .body(Map.of("kind", "RFM"))
        .post("/api/v1/reports")
        .then()
        .statusCode(409)
        .body("errors.field", contains("kind"));
    assertThat(first.state).isEqualTo(ReportState.RUNNING);
  }

  @Test
  void aCancelledReportLeavesNoRowsAndMakesRoomForTheNext() {
    ReportRun run = runs.openManual(brand.brand(), ReportKind.REGION, false);

    delete(run.id).then().statusCode(200).body("state", equalTo("CANCELLED"));
    delete(run.id).then().statusCode(409);
    assertThat(runs.reached(run.id, 50)).as("the job is told to stop").isFalse();
    brand
        .marketer()
        .request()
        .get("/api/v1/reports/" + run.id + "/rows.csv")
        .then()
        .statusCode(404);
    reports.makeNow(brand.brand().id(), ReportKind.REGION);
    brand
        .marketer()
        .request()
        .get("/api/v1/reports?kind=REGION")
        .then()
        .body("items.state", contains("DONE", "CANCELLED"));
  }

  private Response delete(long run) {
    return brand.marketer().request().delete("/api/v1/reports/" + run);
  }
}
