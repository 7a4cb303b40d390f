package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every outcome over HTTP, on the real database. */
@QuarkusTest
@Tag("database")
class ScanPathTest {
  private static final String SHENZHEN = "113.88.12.34";
  private static final String BEIJING = "123.112.1.1";

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String gtin;

  @BeforeEach
  void aBrandWithAProduct() {
    brand = brands.create("Camellia <b>&");
    gtin = brand.product("Hand cream <script>alert(1)</script>", 3900, 730);
  }

  @Test
  void theFirstLookIsFirstAndTheNextSaysWhenAndWhereThatWas() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 3);

    scan(link, SHENZHEN, null)
        .body("outcome", equalTo("genuine-first"))
        .body("reasons", contains("first-check"))
        .body("product.name", equalTo("Hand cream <script>alert(1)</script>"))
        .body("batch.lot", equalTo("L1"));
    scan(link, BEIJING, null)
        .body("outcome", equalTo("genuine-repeat"))
        .body("reasons", contains("checked-before"))
        .body("firstVerified.place", containsString("Guangdong"));
  }

  @Test
  void aCodeThatStrangersCheckIsSuspectAndStaysSo() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 4);
    for (int who = 1; who <= 5; who++) {
      stranger(link, who).body("outcome", not(equalTo("suspect")));
    }
    stranger(link, 6);
    stranger(link, 7);

    stranger(link, 8)
        .body("outcome", equalTo("suspect"))
        .body("reasons", hasItem("many-strangers"))
        .body("firstVerified.place", containsString("Guangdong"));
    stranger(link, 1).body("outcome", equalTo("suspect"));
    item(link).body("suspect", equalTo(true)).body("devices", equalTo(8));
  }

  /** Somebody with a line and a phone of their own, who keeps no cookie. */
  private static ValidatableResponse stranger(String link, int who) {
    return post(
            UUID.randomUUID(),
            link,
            "113.88." + who + ".34",
            "Phone/" + who + " NetType/WIFI",
            null)
        .statusCode(200);
  }

  @Test
  void aSecondLookAtHomeIsAnOrdinaryRepeat() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 0);
    String device = scan(link, SHENZHEN, null).extract().cookie(Arrival.DEVICE_COOKIE);

    scan(link, SHENZHEN, device)
        .body("outcome", equalTo("genuine-repeat"))
        .body("firstVerified.at", notNullValue());
  }

  @Test
  void aScanThatIsPostedTwiceCountsOnce() {
    int batch = brand.activeBatch(gtin, 10);
    String link = brand.link(batch, "inner", 1);
    UUID id = UUID.randomUUID();

    post(id, link, SHENZHEN, null).statusCode(200).body("outcome", equalTo("genuine-first"));
    post(id, link, SHENZHEN, null).statusCode(200).body("outcome", equalTo("genuine-first"));
    item(link).body("scans", equalTo(1)).body("recentScans.size()", equalTo(1));
    post(id, brand.link(batch, "inner", 2), SHENZHEN, null)
        .statusCode(409)
        .body("errors.field", contains("scanId"));
  }

  @Test
  void whoIsSignedInMayScan() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 5);

    brand
        .operator()
        .request()
        .body(Map.of("scanId", UUID.randomUUID(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("genuine-first"));
  }

  @Test
  void aScanWithoutCredentialsIsMeasuredUnderItsPath() throws InterruptedException {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 6);
    double before = measured();

    scan(link, SHENZHEN, null);

    for (int wait = 0; measured() == before && wait < 100; wait++) {
      Thread.sleep(50);
    }
    assertThat(measured()).isEqualTo(before + 1);
  }

  /** Posts of scans that were answered with 200, as operators see them. */
  private double measured() {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
        .filter(line -> line.contains("POST") && line.contains("\"200\""))
        .filter(line -> line.contains("uri=\"/api/v1/scans\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** A body beyond the first buffer is read by another thread. */
  @Test
  void aScanMayComeInManyPieces() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 7);

    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"scanId\":\"%s\",%s\"code\":\"%s\"}"
                .formatted(UUID.randomUUID(), " ".repeat(40_000), link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("genuine-first"));
  }

  @Test
  void aPreviewOfTheLinkUsesNothingUp() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 2);
    String path = DigitalLink.parse(link).path();

    for (int i = 0; i < 3; i++) {
      given().get(path).then().statusCode(200).contentType(ContentType.HTML);
      given().head(path).then().statusCode(200);
    }
    scan(link, SHENZHEN, null).body("outcome", equalTo("genuine-first"));
  }

  @Test
  void theBatchDecidesWhatItsItemsAre() {
    int batch = brand.batch(gtin, 10, LocalDate.now());
    String link = brand.link(batch, "inner", 0);

    scan(link, SHENZHEN, null).body("outcome", equalTo("not-active"));
    brand.move(batch, "ACTIVE");
    brand.move(batch, "RECALLED");
    scan(link, SHENZHEN, null).body("outcome", equalTo("recalled"));
    brand.move(batch, "VOID");
    scan(link, SHENZHEN, null).body("outcome", equalTo("void"));
  }

  @Test
  void goodsPastTheirLastDayAreExpired() {
    int batch = brand.batch(gtin, 10, LocalDate.now().minusDays(731));
    brand.move(batch, "ACTIVE");

    scan(brand.link(batch, "inner", 0), SHENZHEN, null).body("outcome", equalTo("expired"));
  }

  @Test
  void theOuterCodeProvesLittleAndUsesNothingUp() {
    int batch = brand.activeBatch(gtin, 10);

    scan(brand.link(batch, "outer", 0), SHENZHEN, null)
        .body("outcome", equalTo("genuine-repeat"))
        .body("reasons", contains("outer-code"));
    scan(brand.link(batch, "inner", 0), SHENZHEN, null).body("outcome", equalTo("genuine-first"));
  }

  @Test
  void aTamperedSerialAnUnissuedItemAndAStrangersProductAreUnknown() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 0);
    char last = link.charAt(link.length() - 1);
    String tampered = link.substring(0, link.length() - 1) + (last == '0' ? '1' : '0');

    scan(tampered, SHENZHEN, null)
        .body("outcome", equalTo("unknown"))
        .body("reasons", contains("bad-code"))
        .body("product", nullValue());
    scan(link.replace(gtin, TestBrand.freshGtin()), SHENZHEN, null)
        .body("outcome", equalTo("unknown"))
        .body("reasons", contains("unknown-product"));
  }

  @Test
  void theScanTellsDeviceAppNetworkAndPlaceSoonAfter() throws InterruptedException {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 5);
    scan(link, SHENZHEN, null);

    for (int i = 0; i < 60 && item(link).extract().path("recentScans[0].device") == null; i++) {
      Thread.sleep(500);
    }
    item(link)
        .body("recentScans[0].device.hostApp", equalTo("WECHAT"))
        .body("recentScans[0].device.brand", equalTo("Huawei"))
        .body("recentScans[0].device.networkType", equalTo("WIFI"))
        .body("recentScans[0].place.provinceCode", equalTo("440000"))
        .body("recentScans[0].place.cityCode", equalTo("440300"))
        .body("recentScans[0].place.source", equalTo("IP"));
    for (int i = 0; i < 60 && customers().extract().<Integer>path("total") == 0; i++) {
      Thread.sleep(500);
    }
    customers()
        .body("items[0].purchases", equalTo(1))
        .body("items[0].spentFen", equalTo(3900))
        .body("items[0].city", equalTo("Shenzhen"))
        .body("items[0].hostApp", equalTo("WECHAT"))
        .body("items[0].tags", hasItem("wechat"));
  }

  @Test
  void aPositionCountsOnlyWithConsentAndPlacesTheScanExactly() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 6);
    Map<String, Object> guangzhou =
        Map.of("latitude", 23.13, "longitude", 113.27, "accuracyMetres", 30, "consent", true);

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID(), "code", link, "position", guangzhou))
        .header("X-Forwarded-For", SHENZHEN)
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
    item(link)
        .body("recentScans[0].place.source", equalTo("POSITION"))
        .body("recentScans[0].place.city", equalTo("Guangzhou"));
  }

  @Test
  void aPositionAllowedAfterTheVerdictRefinesTheScanOfThatDeviceOnce() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 8);
    UUID id = UUID.randomUUID();
    String device =
        post(id, link, SHENZHEN, null).statusCode(200).extract().cookie(Arrival.DEVICE_COOKIE);

    refine(id, link, "", device).statusCode(400);
    refine(id, link, "1", "stranger").statusCode(404);
    refine(id, link, "1", device).statusCode(204);
    refine(id, link, "1", device).statusCode(204);
    item(link)
        .body("scans", equalTo(1))
        .body("recentScans[0].place.source", equalTo("POSITION"))
        .body("recentScans[0].place.cityCode", equalTo("510100"))
        .body("recentScans[0].place.carrier", equalTo("CHINA_TELECOM"));
  }

  private static ValidatableResponse refine(UUID id, String link, String consent, String device) {
    return given()
        .contentType(ContentType.URLENC)
        .cookie(Arrival.DEVICE_COOKIE, device)
        .formParams(
            Map.of(
                "scan", id, "refine", "1", "lat", "30.66", "lon", "104.06", "acc", "30", "consent",
                consent))
        .post(DigitalLink.parse(link).path())
        .then();
  }

  @Test
  void theFormWithoutScriptGetsAWholePageAndItsDoubleClickCountsOnce() {
    String link = brand.link(brand.activeBatch(gtin, 10), "inner", 7);
    for (int i = 0; i < 2; i++) {
      String page =
          given()
              .contentType(ContentType.URLENC)
              .header("Accept-Language", "zh-CN")
              .header("User-Agent", PhoneAgent.WECHAT)
              .post(DigitalLink.parse(link).path())
              .then()
              .statusCode(200)
              .contentType(ContentType.HTML)
              .header("Content-Security-Policy", containsString("default-src 'none'"))
              .extract()
              .asString();
      assertThat(page).contains("genuine-first").doesNotContain("<script>alert(1)");
    }
    item(link).body("scans", equalTo(1));
  }

  @Test
  void aMalformedLinkIsAPageThatSaysNothingOfAnyItem() {
    given()
        .header("Accept-Language", "en")
        .get("/01/06901234567890/21/NOPE")
        .then()
        .statusCode(404)
        .contentType(ContentType.HTML)
        .body(containsString("says nothing about your item"))
        .body(not(containsString("data-outcome")));
  }

  @Test
  void aMachineGetsTheResolversLinkSet() {
    String path = DigitalLink.parse(brand.link(brand.activeBatch(gtin, 1), "inner", 0)).path();

    given()
        .accept("application/linkset+json")
        .get(path)
        .then()
        .statusCode(200)
        .contentType("application/linkset+json")
        .body("linkset[0].anchor", containsString(path));
  }

  private ValidatableResponse scan(String link, String address, @Nullable String device) {
    return post(UUID.randomUUID(), link, address, device).statusCode(200);
  }

  private static ValidatableResponse post(
      UUID id, String link, String address, @Nullable String device) {
    return post(
        id,
        link,
        address,
        "Mozilla/5.0 (Linux; Android 12; HUAWEI ALN-AL00 Build/HUAWEIALN-AL00; wv)"
            + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0"
            + " Mobile Safari/537.36 XWEB/1160 MMWEBSDK/20240301 MicroMessenger/8.0.48"
            + " WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64",
        device);
  }

  private static ValidatableResponse post(
      UUID id, String link, String address, String agent, @Nullable String device) {
    var request =
        given()
            .contentType(ContentType.JSON)
            .header("X-Forwarded-For", address)
            .header("User-Agent", agent)
            .body(Map.of("scanId", id, "code", link));
    return (device == null ? request : request.cookie(Arrival.DEVICE_COOKIE, device))
        .post("/api/v1/scans")
        .then();
  }

  private ValidatableResponse item(String link) {
    return brand
        .operator()
        .request()
        .queryParam("code", link)
        .get("/api/v1/items")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse customers() {
    return brand.marketer().request().get("/api/v1/customers").then().statusCode(200);
  }
}
