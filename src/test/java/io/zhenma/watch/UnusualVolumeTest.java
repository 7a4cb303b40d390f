package io.zhenma.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Outcome;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
class UnusualVolumeTest {
  /** In a year of its own, so that the scheduled look at the present finds none of it. */
  private static final Instant HOUR =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(700));

  @Inject TestBrand brands;
  @Inject UnusualVolume detector;
  @Inject AgroalDataSource database;
  @Inject HourlyScans hourly;
  private TestBrand.Staffed brand;
  private long brandId;

  @BeforeEach
  void aBrand() {
    brand = brands.create("Volume");
    brandId = brand.brand().id();
  }

  @Test
  void aQuietBrandsFirstCampaignIsOneAlertNotFifty() throws SQLException {
    for (int hour = 0; hour < 50; hour++) {
      set(HourlyScans.BRAND, HOUR.plus(Duration.ofHours(hour)), 2_000 + hour % 24 * 60);
      for (int look = 0; look < 3; look++) {
        detector.look(HOUR.plus(Duration.ofHours(hour)).plusSeconds(600 + look * 60));
      }
    }

    alerts()
        .then()
        .body("total", equalTo(1))
        .body("items[0].kind", equalTo("UNUSUAL_VOLUME"))
        .body("items[0].subject", equalTo("brand"))
        .body("items[0].severity", equalTo("CRITICAL"))
        .body("items[0].facts.usualScans", equalTo(0))
        .body("items[0].facts.limit", equalTo(300));
  }

  @Test
  void evenWhenSomebodyResolvesItMeanwhile() throws SQLException {
    set(HourlyScans.BRAND, HOUR, 400);
    detector.look(HOUR);
    int id = alerts().path("items[0].id");
    brand.operator().request().body("{}").post("/api/v1/alerts/" + id + "/resolution");

    set(HourlyScans.BRAND, HOUR.plus(Duration.ofHours(1)), 500);
    detector.look(HOUR.plus(Duration.ofHours(1)));
    alerts().then().body("total", equalTo(1));
    set(HourlyScans.BRAND, HOUR.plus(Duration.ofHours(2)), 1_100);
    detector.look(HOUR.plus(Duration.ofHours(2)));

    alerts().then().body("total", equalTo(2));
  }

  @Test
  void aBusyBrandsUsualEveningIsNone() throws SQLException {
    past(HourlyScans.BRAND, hour -> 5_000 + (hour.getEpochSecond() / 3_600) % 7 * 100);
    set(HourlyScans.BRAND, HOUR, 9_000);

    detector.look(HOUR);
    alerts().then().body("total", equalTo(0));
    set(HourlyScans.BRAND, HOUR, 20_000);
    detector.look(HOUR);

    alerts().then().body("total", equalTo(1));
  }

  @Test
  void anEarlierCampaignDoesNotMakeTheNextOneUsual() throws SQLException {
    past(
        HourlyScans.BRAND, hour -> hour.isAfter(HOUR.minus(Duration.ofDays(15))) ? 100_000 : 1_000);
    set(HourlyScans.BRAND, HOUR, 8_000);

    detector.look(HOUR);

    alerts().then().body("total", equalTo(1));
  }

  @Test
  void aProductIsToldWhenItsBrandIsAsUsual() throws SQLException {
    String gtin = brand.product("Cream", 100, 700);
    long product = productId(gtin);
    past(HourlyScans.BRAND, hour -> 10_000);
    past(product, hour -> 50);
    set(HourlyScans.BRAND, HOUR, 10_500);
    set(product, HOUR, 700);

    detector.look(HOUR);

    alerts()
        .then()
        .body("total", equalTo(1))
        .body("items[0].subject", equalTo("product:" + gtin))
        .body("items[0].facts.gtin", equalTo(gtin))
        .body("items[0].facts.usualScans", equalTo(50));
  }

  @Test
  void aNewProductHasNothingToBeComparedWith() throws SQLException {
    long product = productId(brand.product("Cream", 100, 700));
    past(HourlyScans.BRAND, hour -> 10_000);
    set(HourlyScans.BRAND, HOUR, 10_500);
    set(product, HOUR, 700);

    detector.look(HOUR);

    alerts().then().body("total", equalTo(0));
  }

  @Test
  void machinesAndRefinementsDoNotCount() throws SQLException {
    try (PreparedSession session = PreparedSession.open(database)) {
      hourly.apply(
          session,
          brandId,
          List.of(
              event(false, VisitorKind.PERSON),
              event(false, VisitorKind.PERSON),
              event(true, VisitorKind.PERSON),
              event(false, VisitorKind.SEARCH_ENGINE)));
      session.commit();
    }

    assertThat(count(HourlyScans.BRAND)).isEqualTo(2);
    assertThat(count(7)).isEqualTo(2);
  }

  private static ScanEvent event(boolean refined, VisitorKind visitor) {
    return new ScanEvent(
        refined,
        UUID.randomUUID(),
        Instant.now(),
        7,
        100,
        1,
        1,
        CodeKind.OUTER,
        visitor,
        Outcome.GENUINE_REPEAT,
        List.of(),
        0,
        Fingerprint.parse("00".repeat(16)),
        1,
        "",
        "CN",
        "",
        "");
  }

  private Response alerts() {
    return brand.marketer().request().get("/api/v1/alerts");
  }

  private void past(long productId, ToLongFunction<Instant> scans) throws SQLException {
    for (int week = 1; week <= 8; week++) {
      for (int beside = -1; beside <= 1; beside++) {
        Instant hour = HOUR.minus(Duration.ofDays(7L * week)).plus(Duration.ofHours(beside));
        set(productId, hour, scans.applyAsLong(hour));
      }
    }
  }

  private void set(long productId, Instant hour, long scans) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO hourly_scans (brand_id, product_id, hour, scans) VALUES (?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE scans = VALUES(scans)")) {
      insert.setLong(1, brandId);
      insert.setLong(2, productId);
      insert.setObject(3, LocalDateTime.ofInstant(hour, ZoneOffset.UTC));
      insert.setLong(4, scans);
      insert.executeUpdate();
    }
  }

  private long count(long productId) throws SQLException {
    return number(
        "SELECT COALESCE(SUM(scans), 0) FROM hourly_scans WHERE brand_id = ? AND product_id = "
            + productId);
  }

  private long productId(String gtin) throws SQLException {
    return number("SELECT id FROM product WHERE brand_id = ? AND gtin = '" + gtin + "'");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, brandId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
