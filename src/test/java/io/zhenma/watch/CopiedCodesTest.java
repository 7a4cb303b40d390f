package io.zhenma.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
class CopiedCodesTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @Inject TestBrand brands;
  @Inject CopiedCodes detector;
  @Inject AgroalDataSource database;
  private TestBrand.Staffed brand;

  @BeforeEach
  void aBrand() {
    brand = brands.create("Copied");
  }

  @Test
  void anItemThatBecomesSuspectIsOneAlertHoweverOftenItIsScanned() throws SQLException {
    follow(genuine(3, 0), suspect(3, 10), suspect(3, 11));
    follow(suspect(3, 20), suspect(3, 30));

    alerts()
        .then()
        .body("total", equalTo(1))
        .body("items[0].kind", equalTo("COPIED_CODE"))
        .body("items[0].subject", equalTo("item:1:3"))
        .body("items[0].severity", equalTo("WARNING"))
        .body("items[0].occurrences", equalTo(4))
        .body("items[0].facts.scans", equalTo(4))
        .body("items[0].facts.score", equalTo(90))
        .body("items[0].facts.reasons", equalTo(List.of("many-devices")))
        .body("items[0].facts.provinces", equalTo(List.of("110000")));
  }

  @Test
  void aResolvedAlertIsNotRaisedAgainWhileTheItemStaysSuspect() throws SQLException {
    follow(suspect(3, 0));
    resolve();

    follow(suspect(3, 60), suspect(3, 120));

    alerts().then().body("total", equalTo(1)).body("items[0].state", equalTo("RESOLVED"));
  }

  @Test
  void anItemThatWasClearedMayBecomeSuspectAnew() throws SQLException {
    follow(suspect(3, 0));
    resolve();

    follow(genuine(3, 60), suspect(3, 120));

    alerts().then().body("total", equalTo(2)).body("items[0].state", equalTo("OPEN"));
  }

  @Test
  void manyItemsOfABatchAreOneUrgentAlertForTheBatch() throws SQLException {
    for (int item = 0; item < 40; item++) {
      follow(suspect(item, item));
    }

    assertThat(alerts().<List<String>>path("items.subject"))
        .containsExactlyInAnyOrder("batch:1", "item:1:0", "item:1:1", "item:1:2", "item:1:3");
    Map<String, Object> ofBatch = alerts().path("items.find { it.subject == 'batch:1' }");
    assertThat(ofBatch)
        .containsEntry("severity", "CRITICAL")
        .containsEntry("occurrences", 36)
        .extractingByKey("facts")
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("items", 40);
  }

  @Test
  void machinesBoxesRefinementsAndRevokedKeysAreNoCopies() throws SQLException {
    ScanEvent suspect = suspect(3, 0);
    follow(
        event(suspect, false, CodeKind.INNER, VisitorKind.PREVIEW, List.of(Reason.MANY_DEVICES)),
        event(suspect, false, CodeKind.OUTER, VisitorKind.PERSON, List.of(Reason.MANY_DEVICES)),
        event(suspect, true, CodeKind.INNER, VisitorKind.PERSON, List.of(Reason.MANY_DEVICES)),
        event(suspect, false, CodeKind.INNER, VisitorKind.PERSON, List.of(Reason.KEY_REVOKED)));

    alerts().then().body("total", equalTo(0));
  }

  @Test
  void readingTheJournalAgainRaisesNothingAnew() throws SQLException {
    List<ScanEvent> all =
        List.of(suspect(3, 0), suspect(3, 200), suspect(4, 10), genuine(5, 0), suspect(4, 400));
    follow(all.toArray(ScanEvent[]::new));
    resolve();
    String before = alerts().asString();
    execute("DELETE FROM copied_item WHERE brand_id = ?");

    follow(all.toArray(ScanEvent[]::new));

    assertThat(alerts().asString()).isEqualTo(before);
  }

  @Test
  void realScansOfACopiedCodeRaiseItWithinSeconds() throws Exception {
    String gtin = brand.product("Cream", 100, 700);
    int batch = brand.activeBatch(gtin, 100);
    String link = brand.link(batch, "inner", 7);
    for (int device = 1; device <= 20; device++) {
      given()
          .header("X-Forwarded-For", "113.88." + device + ".34")
          .header("User-Agent", "Phone/" + device)
          .contentType(ContentType.JSON)
          .body(Map.of("scanId", UUID.randomUUID().toString(), "code", link))
          .post("/api/v1/scans")
          .then()
          .statusCode(200);
    }
    brand
        .operator()
        .request()
        .get("/api/v1/scans?outcome=suspect")
        .then()
        .body("total", greaterThan(0));
    long end = System.nanoTime() + 30_000_000_000L;
    while (alerts().<Integer>path("total") == 0 && System.nanoTime() < end) {
      Thread.sleep(200);
    }

    alerts()
        .then()
        .body("items[0].subject", equalTo("item:" + batch + ":7"))
        .body("items[0].facts.gtin", equalTo(gtin));
  }

  private void follow(ScanEvent... events) throws SQLException {
    try (PreparedSession session = PreparedSession.open(database)) {
      detector.apply(session, brand.brand().id(), List.of(events));
      session.commit();
    }
  }

  private Response alerts() {
    return brand.marketer().request().get("/api/v1/alerts?size=200");
  }

  private void resolve() {
    List<Integer> ids = alerts().path("items.id");
    for (int id : ids) {
      brand
          .operator()
          .request()
          .body("{}")
          .post("/api/v1/alerts/" + id + "/resolution")
          .then()
          .statusCode(200);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, brand.brand().id());
      statement.executeUpdate();
    }
  }

  private static ScanEvent genuine(int item, int second) {
    return event(item, second, Outcome.GENUINE_REPEAT, List.of(Reason.CHECKED_BEFORE), 0);
  }

  private static ScanEvent suspect(int item, int second) {
    return event(item, second, Outcome.SUSPECT, List.of(Reason.MANY_DEVICES), 90);
  }

  private static ScanEvent event(
      int item, int second, Outcome outcome, List<Reason> reasons, int score) {
    return new ScanEvent(
        false,
        UUID.randomUUID(),
        NOW.plusSeconds(second),
        1,
        100,
        1,
        item,
        CodeKind.INNER,
        VisitorKind.PERSON,
        outcome,
        reasons,
        score,
        Fingerprint.parse("%032x".formatted(item * 1_000 + second)),
        1,
        "",
        "CN",
        "110000",
        "110100");
  }

  private static ScanEvent event(
      ScanEvent like, boolean refined, CodeKind kind, VisitorKind visitor, List<Reason> reasons) {
    return new ScanEvent(
        refined,
        UUID.randomUUID(),
        like.at(),
        like.productId(),
        like.listPriceFen(),
        like.batch(),
        like.item(),
        kind,
        visitor,
        like.outcome(),
        reasons,
        like.score(),
        like.device(),
        like.userAgentId(),
        like.carrier(),
        like.country(),
        like.province(),
        like.city());
  }
}
