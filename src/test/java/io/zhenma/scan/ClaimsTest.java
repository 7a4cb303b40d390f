package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One HTTP client that has a genuine code and claims what it likes. */
@QuarkusTest
@Tag("database")
class ClaimsTest {
  private static final String BUYER = "113.88.12.34";
  private static final String CLIENT = "113.88.77.9";
  private static final double[] SHENZHEN = {22.54, 114.06};
  private static final double[] BEIJING = {39.91, 116.41};
  private static final double[] URUMQI = {43.83, 87.62};

  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String link;

  @BeforeEach
  void anItemThatSomebodyBought() {
    brand = brands.create("Claims");
    link = brand.link(brand.activeBatch(brand.product("Tea", 100, 730), 10), "inner", 3);
  }

  private static Map<String, Object> position(double[] at) {
    return Map.of("latitude", at[0], "longitude", at[1], "accuracyMetres", 10, "consent", true);
  }

  private String scan(String address, String agent, double... at) {
    Map<String, Object> body = new HashMap<>(Map.of("scanId", UUID.randomUUID(), "code", link));
    if (at.length > 0) {
      body.put("position", position(at));
    }
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", address)
        .header("User-Agent", agent)
        .body(body)
        .post("/api/v1/scans")
        .then()
        .statusCode(200)
        .extract()
        .path("outcome");
  }

  @Test
  void onePositionFarFromItsAddressChangesNothing() {
    scan(BUYER, PhoneAgent.WECHAT, SHENZHEN);

    assertThat(scan(CLIENT, "curl/8", BEIJING)).isEqualTo("genuine-repeat");
    assertThat(scan(BUYER, PhoneAgent.WECHAT, SHENZHEN)).isEqualTo("genuine-repeat");
    assertThat(sources()).containsExactlyInAnyOrder("POSITION", "IP", "POSITION");
    assertThat(suspect()).isFalse();
  }

  @Test
  void twoBrowsersInTwoFarPlacesBehindOneAddressAreOneClaimant() {
    scan(BUYER, PhoneAgent.WECHAT);

    scan(CLIENT, "Browser/1", BEIJING);
    scan(CLIENT, "Browser/2", URUMQI);
    for (int more = 0; more < 14; more++) {
      scan(CLIENT, "Browser/" + (3 + more), more % 2 == 0 ? BEIJING : URUMQI);
    }

    assertThat(scan(BUYER, PhoneAgent.WECHAT)).isEqualTo("genuine-repeat");
    assertThat(suspect()).isFalse();
  }

  @Test
  void thePagesFormTakesNoMoreThanTheApi() {
    scan(BUYER, PhoneAgent.WECHAT);
    for (int look = 0; look < 3; look++) {
      given()
          .contentType(ContentType.URLENC)
          .header("X-Forwarded-For", CLIENT)
          .header("User-Agent", PhoneAgent.WECHAT)
          .header("Accept-Language", "x" + look)
          .formParams(
              Map.of(
                  "scan",
                  UUID.randomUUID().toString(),
                  "fragment",
                  "1",
                  "lat",
                  BEIJING[0],
                  "lon",
                  BEIJING[1],
                  "acc",
                  "10",
                  "consent",
                  "1"))
          .post(DigitalLink.parse(link).path())
          .then()
          .statusCode(200);
    }

    assertThat(sources()).containsOnly("IP");
    assertThat(suspect()).isFalse();
  }

  @Test
  void addressesOfOneIpv6SiteAreOneClaimant() {
    scan(BUYER, PhoneAgent.WECHAT);
    for (int site = 0; site < 16; site++) {
      scan("2408:8456:f00:" + Integer.toHexString(site) + "::" + site + 1, "Browser/" + site);
    }

    assertThat(scan(BUYER, PhoneAgent.WECHAT)).isEqualTo("genuine-repeat");
    assertThat(suspect()).isFalse();
  }

  @Test
  void aFailedFixIsNoPosition() {
    scan(BUYER, PhoneAgent.WECHAT, 0, 0);
    scan(BUYER, PhoneAgent.WECHAT, 35, 105);

    assertThat(sources()).containsOnly("IP");
  }

  @Test
  void aRefinementThatContradictsItsAddressIsNotKept() {
    UUID id = UUID.randomUUID();
    String device =
        given()
            .contentType(ContentType.JSON)
            .header("X-Forwarded-For", CLIENT)
            .body(Map.of("scanId", id, "code", link))
            .post("/api/v1/scans")
            .cookie(Arrival.DEVICE_COOKIE);

    refine(id, device, BEIJING);
    assertThat(sources()).containsOnly("IP");
    refine(id, device, SHENZHEN);
    assertThat(sources()).containsOnly("POSITION");
  }

  private void refine(UUID id, String device, double... at) {
    given()
        .contentType(ContentType.URLENC)
        .cookie(Arrival.DEVICE_COOKIE, device)
        .header("X-Forwarded-For", CLIENT)
        .formParams(
            Map.of(
                "scan", id, "refine", "1", "lat", at[0], "lon", at[1], "acc", "30", "consent", "1"))
        .post(DigitalLink.parse(link).path())
        .then()
        .statusCode(204);
  }

  private List<String> sources() {
    return item().path("recentScans.place.source");
  }

  private boolean suspect() {
    return item().<Boolean>path("suspect");
  }

  private io.restassured.response.Response item() {
    return brand.operator().request().queryParam("code", link).get("/api/v1/items");
  }
}
