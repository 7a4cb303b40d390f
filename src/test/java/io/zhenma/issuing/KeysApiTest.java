package io.zhenma.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.OfflineVerifier;
import io.zhenma.crypto.PublicKeySet;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gtin;
import io.zhenma.tenancy.BrandKeys;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a brand's operator does with its keys, and what becomes of the codes. */
@QuarkusTest
@Tag("database")
class KeysApiTest {
  @Inject TestBrand brands;
  @Inject BrandKeys keys;

  private TestBrand.Staffed brand;
  private String gtin = "";

  @BeforeEach
  void makeBrand() {
    brand = brands.create("Keys");
    gtin = brand.product("Tea", 100, 730);
  }

  @Test
  void rotationLeavesOldCodesValidAndNewBatchesGetTheNewKey() {
    int before = brand.activeBatch(gtin, 5);
    rotate(Map.of()).statusCode(201).body("keyId", equalTo(2)).body("state", equalTo("CURRENT"));
    int after = brand.activeBatch(gtin, 7);

    assertThat(serial(before, 0)).startsWith("1");
    assertThat(serial(after, 0)).startsWith("2");
    assertThat(outcome(brand.link(before, "inner", 0))).isEqualTo("genuine-first");
    assertThat(outcome(brand.link(after, "inner", 0))).isEqualTo("genuine-first");
    list()
        .body("items.state", equalTo(List.of("RETIRED", "CURRENT")))
        .body("items.batches", equalTo(List.of(1, 1)))
        .body("items.items", equalTo(List.of(5, 7)))
        .body("items[1].createdBy", equalTo("BRAND_OPERATOR"))
        .body("most", equalTo(31));
  }

  @Test
  void aRevokedVersionTurnsItsOwnBatchesSuspectAndNoOthers() {
    int leaked = brand.activeBatch(gtin, 5);
    int recalled = brand.activeBatch(gtin, 5);
    assertThat(outcome(brand.link(leaked, "inner", 0))).isEqualTo("genuine-first");
    brand.move(recalled, "RECALLED");
    revoke(1, "a laptop was stolen").statusCode(200).body("state", equalTo("REVOKED"));
    int sound = brand.activeBatch(gtin, 5);

    scan(brand.link(leaked, "inner", 0))
        .body("outcome", equalTo("suspect"))
        .body("reasons[0]", equalTo("key-revoked"))
        .body("explanation", containsString("leaked"));
    assertThat(outcome(brand.link(recalled, "inner", 0))).isEqualTo("recalled");
    assertThat(outcome(brand.link(sound, "inner", 0))).isEqualTo("genuine-first");
    list()
        .body("items.state", equalTo(List.of("REVOKED", "CURRENT")))
        .body("items[0].reason", equalTo("a laptop was stolen"))
        .body("items[0].revokedBy", equalTo("BRAND_OPERATOR"));
  }

  @Test
  void aLeakedKeyMakesNoCodesOfABatchOfAnotherKey() {
    rotate(Map.of()).statusCode(201);
    int batch = brand.activeBatch(gtin, 5);
    CodeCipher leaked = keys.codeCipher(brand.brand().id(), 1).orElseThrow();
    Gtin product = new Gtin(gtin);
    DigitalLink forged =
        new DigitalLink(product, leaked.seal(product, new CodeContent(CodeKind.INNER, batch, 0)));

    scan(forged.at("https://zhenma.test"))
        .body("outcome", equalTo("unknown"))
        .body("reasons", equalTo(List.of("bad-code")));
  }

  @Test
  void wrongRequestsAreRefusedPlainly() {
    revoke(9, "x").statusCode(404);
    revoke(1, " ").statusCode(400).body("errors[0].field", equalTo("reason"));
    revoke(1, "x".repeat(301)).statusCode(400);
    rotate(Map.of("suite", "ROT13")).statusCode(400);
    revoke(1, "once").statusCode(200);
    revoke(1, "twice")
        .statusCode(409)
        .body("errors[0].message", equalTo("This key version is revoked already."));
  }

  @Test
  void thirtyOneVersionsAreTheMost() {
    for (int keyId = 2; keyId <= 31; keyId++) {
      rotate(Map.of()).statusCode(201).body("keyId", equalTo(keyId));
    }
    rotate(Map.of())
        .statusCode(409)
        .body("errors[0].message", startsWith("A brand has at most 31 key versions"));

    int batch = brand.activeBatch(gtin, 1);
    assertThat(serial(batch, 0)).startsWith("Z");
    revoke(31, "the last one leaked").statusCode(200);
    brand
        .operator()
        .request()
        .body(Map.of("gtin", gtin, "quantity", 1, "lot", "L", "producedOn", "2026-01-02"))
        .post("/api/v1/batches")
        .then()
        .statusCode(409)
        .body("errors[0].message", startsWith("The brand has no key"));
  }

  @Test
  void thePublicKeysCheckSignedCodesOfBothSuitesAndLeaveRevokedOnesOut() {
    String byEd25519 = signedLink();
    rotate(Map.of("suite", "SM4_SM2")).statusCode(201);
    String bySm2 = signedLink();
    OfflineVerifier verifier = new OfflineVerifier(PublicKeySet.parse(jwks().asString()));

    assertThat(verifier.check(byEd25519)).isInstanceOf(OfflineVerifier.Signed.class);
    assertThat(verifier.check(bySm2)).isInstanceOf(OfflineVerifier.Signed.class);
    jwks()
        .then()
        .contentType("application/jwk-set+json")
        .header("Cache-Control", "public, max-age=300")
        .body("keys", hasSize(2))
        .body("keys.kid", equalTo(List.of("1", "2")))
        .body("keys.crv", equalTo(List.of("Ed25519", "SM2")));

    String tag = jwks().header("ETag");
    assertThat(given().header("If-None-Match", tag).get(address()).statusCode()).isEqualTo(304);
    revoke(1, "leaked").statusCode(200);
    Response after = given().header("If-None-Match", tag).get(address());
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(new OfflineVerifier(PublicKeySet.parse(after.asString())).check(byEd25519))
        .isEqualTo(new OfflineVerifier.Refused(OfflineVerifier.Reason.UNKNOWN_KEY));
  }

  @Test
  void nobodysKeysAreNotFound() {
    given().get("/.well-known/zhenma/nobody-has-this/jwks.json").then().statusCode(404);
    given()
        .get("/.well-known/zhenma/%s/jwks.json".formatted("x".repeat(200)))
        .then()
        .statusCode(404);
  }

  private String signedLink() {
    int number =
        brand
            .operator()
            .request()
            .body(
                Map.of(
                    "gtin",
                    gtin,
                    "quantity",
                    1,
                    "lot",
                    "L1",
                    "producedOn",
                    LocalDate.now().toString(),
                    "profile",
                    "SIGNED"))
            .post("/api/v1/batches")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    return brand.link(number, "inner", 0);
  }

  private String address() {
    return "/.well-known/zhenma/" + brand.brand().slug() + "/jwks.json";
  }

  private Response jwks() {
    return given().get(address());
  }

  private ValidatableResponse list() {
    return brand.operator().request().get("/api/v1/keys").then().statusCode(200);
  }

  private ValidatableResponse rotate(Map<String, String> body) {
    return brand.operator().request().body(body).post("/api/v1/keys").then();
  }

  private ValidatableResponse revoke(int keyId, String reason) {
    return brand
        .operator()
        .request()
        .header("Accept-Language", "en")
        .body(Map.of("reason", reason))
        .post("/api/v1/keys/" + keyId + "/revocation")
        .then();
  }

  private String serial(int batch, int item) {
    return DigitalLink.parse(brand.link(batch, "inner", item)).serial().value();
  }

  private static String outcome(String link) {
    return scan(link).extract().path("outcome");
  }

  private static ValidatableResponse scan(String link) {
    return given()
        .contentType("application/json")
        .header("Accept-Language", "en")
        .body(Map.of("scanId", UUID.randomUUID().toString(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }
}
