package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.customer.CustomerProjection;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs and those who ask too much, over HTTP and on the real database. */
@QuarkusTest
@Tag("database")
class TrafficTest {
  private static final String SLACK = "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)";
  private static final String HEADLESS =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " HeadlessChrome/130.0.0.0 Safari/537.36";
  private static final String HOME = "113.88.12.34";
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Inject TestBrand brands;
  @Inject AgroalDataSource database;
  @Inject CustomerProjection customers;
  private TestBrand.Staffed brand;
  private String gtin;
  private String link;

  @BeforeEach
  void aBrandWithAnItem() {
    brand = brands.create("Traffic");
    gtin = brand.product("Tea", 100, 730);
    link = brand.link(brand.activeBatch(gtin, 10), "inner", 3);
  }

  @Test
  void aPreviewIsCountedAndChangesNothing() {
    for (int i = 0; i < 3; i++) {
      given().header("User-Agent", SLACK).get(path()).then().statusCode(200);
    }
    eventually(() -> counted("look", "preview") == 3);
    page(PhoneAgent.WECHAT, HOME, Map.of()).then().body(containsString("genuine-first"));
    assertThat(counted("look", "preview")).isEqualTo(3);
  }

  @Test
  void aProgramsScanIsKeptAndLabelledAndUsesNothingUp() {
    page(HEADLESS, HOME, Map.of())
        .then()
        .body(containsString("automated-look"))
        .body(not(containsString("genuine-first")));
    page(PhoneAgent.WECHAT, HOME, Map.of("scripted", "1"))
        .then()
        .body(containsString("automated-look"));
    page(PhoneAgent.WECHAT, HOME, Map.of()).then().body(containsString("genuine-first"));

    assertThat(list("?visitor=automated")).isEqualTo(2);
    assertThat(list("?visitor=automation")).isEqualTo(2);
    assertThat(list("?visitor=person")).isEqualTo(1);
    assertThat(list("")).isEqualTo(3);
    brand.operator().request().get("/api/v1/scans?visitor=robot").then().statusCode(400);
    eventually(() -> counted("scan", "automation") == 2);
    eventually(() -> overview("scans") == 1);
    assertThat(overview("genuineFirst")).isEqualTo(1);
    eventually(() -> overview("customers") == 1);
    assertThat(regionScans(false)).isEqualTo(1);
    assertThat(regionScans(true)).isEqualTo(3);
    brand
        .marketer()
        .request()
        .body(Map.of("kind", "RFM", "automated", true))
        .post("/api/v1/reports")
        .then()
        .statusCode(400);
  }

  @Test
  void profilesFollowAJournalOfProgramsAlone() throws SQLException {
    page(HEADLESS, HOME, Map.of()).then().body(containsString("automated-look"));

    customers.catchUp(brand.brand().id());

    assertThat(customers.catchUp(brand.brand().id())).isZero();
  }

  @Test
  void aPhoneInADataCentreIsAskedForATouchAndIsAPersonThen() {
    page(PhoneAgent.WECHAT, "139.196.7.1", Map.of())
        .then()
        .statusCode(200)
        .body(containsString("data-confirm="))
        .body(not(containsString("data-outcome=")));
    page(PhoneAgent.WECHAT, "139.196.7.1", Map.of("touched", "1"))
        .then()
        .body(containsString("data-outcome=\"genuine-first\""));
  }

  @Test
  void whoBearsAProgramsNameGetsAPersonsVerdictByATouch() {
    page("facebookexternalhit/1.1", HOME, Map.of()).then().body(containsString("data-confirm="));
    assertThat(list("?visitor=preview")).isEqualTo(1);
    page("facebookexternalhit/1.1", HOME, Map.of("touched", "1"))
        .then()
        .body(containsString("data-outcome=\"genuine-first\""));
  }

  @Test
  void aPhoneWhoseModelIsAProgramsNameIsNotAsked() {
    page(
            "Mozilla/5.0 (Linux; Android 9; ViewSonic VB-TAB10) AppleWebKit/537.36 (KHTML, like"
                + " Gecko) Chrome/96.0.4664.45 Safari/537.36",
            HOME,
            Map.of())
        .then()
        .body(containsString("data-outcome=\"genuine-first\""));
  }

  @Test
  void anApplicationsScanIsAPersonsWhateverItsClient() {
    given()
        .header("User-Agent", "okhttp/4.12.0")
        .header("X-Forwarded-For", "139.196.8.1")
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("genuine-first"));
  }

  @Test
  void whoTriesCodesGetsFewerAnswersAndTheBrandOneAlert() throws SQLException {
    List<Integer> answers =
        IntStream.range(0, 150)
            .parallel()
            .mapToObj(i -> forged("47.88.%d.%d".formatted(200 + i % 2, i)).statusCode())
            .toList();
    assertThat(answers).contains(200, 429).containsOnly(200, 429);
    assertThat(answers.stream().filter(status -> status == 200).count()).isBetween(118L, 124L);
    Response refused = forged("47.88.200.9");
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:zhenma:problem:too-many-requests"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
    assertThat(forged("47.89.7.1").statusCode()).as("neighbours' blocks are free").isEqualTo(200);

    eventually(() -> counted("forged", "bad-code") >= 119);
    eventually(() -> alerts() == 1);
    for (int i = 0; i < 5; i++) {
      forged("47.90.%d.1".formatted(i));
    }
    eventually(() -> counted("forged", "bad-code") >= 124);
    assertThat(alerts()).isEqualTo(1);
    assertThat(list("")).as("no row a guess").isZero();
  }

  @Test
  void aDeviceHasItsShareAMinute() {
    UUID id = UUID.randomUUID();
    String device = scan(id, "").statusCode(200).extract().cookie(Arrival.DEVICE_COOKIE);
    List<Integer> answers =
        IntStream.range(0, 70)
            .mapToObj(i -> scan(id, device).extract().statusCode())
            .collect(Collectors.toList());
    assertThat(answers.subList(0, 60)).containsOnly(200);
    assertThat(answers).contains(429);
  }

  private io.restassured.response.ValidatableResponse scan(UUID id, String device) {
    return given()
        .cookie(Arrival.DEVICE_COOKIE, device)
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", id, "code", link))
        .post("/api/v1/scans")
        .then();
  }

  private Response forged(String address) {
    String serial =
        "1"
            + ThreadLocalRandom.current()
                .ints(19, 0, DIGITS.length())
                .mapToObj(i -> DIGITS.substring(i, i + 1))
                .collect(Collectors.joining());
    return given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID(), "code", "/01/" + gtin + "/21/" + serial))
        .post("/api/v1/scans");
  }

  /** As the page's script posts it. */
  private Response page(String agent, String address, Map<String, String> more) {
    return given()
        .contentType(ContentType.URLENC)
        .header("User-Agent", agent)
        .header("Accept-Language", "en")
        .header("X-Forwarded-For", address)
        .formParam("scan", UUID.randomUUID().toString())
        .formParam("fragment", "1")
        .formParams(more)
        .post(path());
  }

  private String path() {
    return DigitalLink.parse(link).path();
  }

  private int counted(String what, String kind) {
    List<Map<String, Object>> rows =
        brand.marketer().request().get("/api/v1/traffic?days=2").then().extract().path("rows");
    return rows.stream()
        .filter(row -> what.equals(row.get("what")) && kind.equals(row.get("kind")))
        .mapToInt(row -> figure(row, "times"))
        .sum();
  }

  private int list(String query) {
    return brand.operator().request().get("/api/v1/scans" + query).then().extract().path("total");
  }

  private int overview(String figure) {
    return brand.operator().request().get("/api/v1/overview").then().extract().path(figure);
  }

  private int regionScans(boolean automated) {
    String report =
        brand
            .marketer()
            .request()
            .body(Map.of("kind", "REGION", "automated", automated))
            .post("/api/v1/reports")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    eventually(() -> "DONE".equals(report(report).path("run.state")));
    List<Map<String, Object>> rows = report(report).path("regions");
    return rows.stream()
        .filter(row -> "PROVINCE".equals(row.get("level")))
        .mapToInt(row -> figure(row, "scans"))
        .sum();
  }

  private static int figure(Map<String, Object> row, String name) {
    return Integer.parseInt(String.valueOf(row.get(name)));
  }

  private Response report(String location) {
    return brand.marketer().request().get(location.substring(location.indexOf("/api/")));
  }

  private int alerts() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM alert WHERE brand_id = ? AND kind = 'GUESSING'")) {
      select.setLong(1, brand.brand().id());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void eventually(BooleanSupplier holds) {
    Instant end = Instant.now().plus(Duration.ofSeconds(40));
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
