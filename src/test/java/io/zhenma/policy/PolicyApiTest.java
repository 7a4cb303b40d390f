package io.zhenma.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.Visitor;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Threshold;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a brand does with the thresholds of its verdict, and what becomes of its scans. */
@QuarkusTest
@Tag("database")
class PolicyApiTest {
  private static final String POLICY = "/api/v1/policy";

  @Inject TestBrand brands;
  @Inject Policies policies;
  @Inject EntityManager entities;

  private TestBrand.Staffed brand;

  @BeforeEach
  void makeBrand() {
    brand = brands.create("Policy");
  }

  @Test
  void aBrandBeginsWithTheStandard() {
    get(brand.operator(), POLICY)
        .body("current.version", equalTo(1))
        .body("current.madeAt", nullValue())
        .body("current.thresholds.mostDevices", equalTo(Threshold.MOST_DEVICES.standard()))
        .body("limits.mostDevices.least", equalTo(2))
        .body("standard.suspectFrom", equalTo(60));
    get(brand.marketer(), POLICY + "/versions").body("items", hasSize(1));
    assertThat(policies.of(brand.brand().id())).isEqualTo(Policy.STANDARD);
  }

  @Test
  void aNewVersionJudgesTheNextScanAndIsWrittenWithIt() {
    change(1, Map.of("mostStrangers", 2), "we are often copied")
        .statusCode(200)
        .body("version", equalTo(2))
        .body("note", equalTo("we are often copied"))
        .body("thresholds.mostDevices", equalTo(Threshold.MOST_DEVICES.standard()));
    String link = brand.link(brand.activeBatch(brand.product("Tea", 100, 730), 5), "inner", 1);

    assertThat(scan(link, 1)).isEqualTo("genuine-first");
    assertThat(scan(link, 2)).isEqualTo("genuine-repeat");
    assertThat(scan(link, 3)).isEqualTo("suspect");
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT policy_version, score FROM scan WHERE brand_id = ?1 AND outcome ="
                    + " 'SUSPECT'")
            .setParameter(1, brand.brand().id())
            .getResultList();
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(((Number) ((Object[]) row)[0]).intValue()).isEqualTo(2);
              assertThat(((Number) ((Object[]) row)[1]).intValue()).isBetween(60, 100);
            });
  }

  @Test
  void whoHasNotSeenTheLatestVersionChangesNothing() {
    change(1, Map.of("mostDevices", 9), "").statusCode(200);

    change(1, Map.of("mostDevices", 5), "")
        .statusCode(409)
        .body("type", equalTo("urn:zhenma:problem:conflict"))
        .body("errors[0].field", equalTo("version"))
        .body("errors[0].message", containsString("version 2"));
    get(brand.operator(), POLICY).body("current.thresholds.mostDevices", equalTo(9));
  }

  @Test
  void theStandardComesBackAsAVersionOfItsOwn() {
    change(1, Map.of("mostDevices", 9), "").statusCode(200);
    brand
        .operator()
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("version", 2))
        .post(POLICY + "/reset")
        .then()
        .statusCode(200)
        .body("version", equalTo(3))
        .body("thresholds.mostDevices", equalTo(Threshold.MOST_DEVICES.standard()));

    get(brand.marketer(), POLICY + "/versions").body("items.version", equalTo(List.of(3, 2, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "mostDevices, 1, thresholds.mostDevices",
    "mostDevices, 21, thresholds.mostDevices",
    "suspectFrom, 19, thresholds.suspectFrom",
    "sessionMinutes, 0, thresholds.sessionMinutes",
    "speedOfLight, 3, thresholds"
  })
  void whatIsOutsideTheLimitsIsRefusedAtItsField(String name, int value, String field) {
    change(1, Map.of(name, value), "")
        .statusCode(400)
        .body("type", equalTo("urn:zhenma:problem:validation"))
        .body("errors[0].field", equalTo(field));
    get(brand.operator(), POLICY).body("current.version", equalTo(1));
  }

  @Test
  void aMarketerReadsAndDoesNotWrite() {
    brand
        .marketer()
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("thresholds", Map.of("mostDevices", 9)))
        .put(POLICY)
        .then()
        .statusCode(403);
  }

  private ValidatableResponse change(int version, Map<String, Integer> thresholds, String note) {
    return brand
        .operator()
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("version", version, "thresholds", new HashMap<>(thresholds), "note", note))
        .put(POLICY)
        .then();
  }

  private static ValidatableResponse get(Visitor who, String path) {
    return who.request().get(path).then().statusCode(200);
  }

  private static String scan(String link, int who) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", "113.88." + who + ".34")
        .header("User-Agent", "Phone/" + who + " NetType/WIFI")
        .body(Map.of("scanId", UUID.randomUUID(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200)
        .extract()
        .path("outcome");
  }
}
