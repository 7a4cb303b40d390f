package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a link proves about who issued it, apart from the verdict. */
@QuarkusTest
@Tag("database")
class OriginTest {
  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String link;

  @BeforeEach
  void aSignedBatchWhoseLinksCarryLotAndExpiry() {
    brand = brands.create("Camellia");
    int batch =
        brand
            .operator()
            .request()
            .body(
                Map.of(
                    "gtin",
                    brand.product("Hand cream", 3900, 730),
                    "quantity",
                    10,
                    "lot",
                    "A/7b",
                    "producedOn",
                    LocalDate.now().toString(),
                    "profile",
                    "SIGNED",
                    "linkParts",
                    Map.of("lot", true, "expiry", true)))
            .post("/api/v1/batches")
            .then()
            .statusCode(201)
            .body("profile", equalTo("SIGNED"))
            .extract()
            .path("number");
    brand.move(batch, "ACTIVE");
    link = brand.link(batch, "inner", 3);
  }

  @Test
  void aPrintedLinkIsSignedAndItsPageSaysSoBesideTheVerdict() {
    scan(link).body("outcome", equalTo("genuine-first")).body("origin", equalTo("signature-valid"));
    page(link)
        .body(containsString("data-outcome=\"genuine-repeat\""))
        .body(containsString("Signature valid"));
  }

  @Test
  void typedByHandItIsGenuineAndItsSignatureUnchecked() {
    scan(link.substring(0, link.indexOf('?')))
        .body("outcome", equalTo("genuine-first"))
        .body("origin", equalTo("signature-left-out"));
  }

  @Test
  void anAlteredLinkIsUnknownAndUsesNothingUp() {
    String expiry = link.replaceAll(".*17=([0-9]{6}).*", "$1");
    for (String altered :
        new String[] {
          link.replace("17=" + expiry, "17=991231"),
          link.replace("A%2F7b", "A%2F7c"),
          link.replaceAll("S=.", "S=" + (link.contains("S=0") ? '1' : '0'))
        }) {
      scan(altered)
          .body("outcome", equalTo("unknown"))
          .body("reasons", contains("altered-link"))
          .body("origin", equalTo(null));
    }
    scan(link).body("outcome", equalTo("genuine-first"));
  }

  @Test
  void aCompactLinkSaysNothingOfASignature() {
    String compact = brand.link(brand.activeBatch(brand.product("Soap", 900, 10), 5), "inner", 1);

    scan(compact).body("outcome", equalTo("genuine-first")).body("origin", equalTo("unsigned"));
    page(compact).body(not(containsString("Signature")));
  }

  private static ValidatableResponse scan(String link) {
    return given()
        .contentType("application/json")
        .body(Map.of("scanId", UUID.randomUUID().toString(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }

  /** As the page itself posts it: to its own path and query. */
  private static ValidatableResponse page(String link) {
    return given()
        .urlEncodingEnabled(false)
        .contentType("application/x-www-form-urlencoded")
        .header("Accept-Language", "en")
        .header("User-Agent", PhoneAgent.WECHAT)
        .formParam("scan", UUID.randomUUID().toString())
        .formParam("fragment", "1")
        .post(link.substring(link.indexOf("/01/")))
        .then()
        .statusCode(200);
  }
}
