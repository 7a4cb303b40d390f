package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.crypto.CodeKind;
import io.zhenma.foreign.Imports;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.Codes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of an earlier system are scanned like our own. */
@QuarkusTest
@Tag("database")
class ForeignScanTest {
  private static final String OLD = "http://old.example.cn/p?id=7&k=%E7%9C%9F";

  @Inject TestBrand brands;
  @Inject Codes codes;
  @Inject Catalogue catalogue;
  @Inject AgroalDataSource database;
  private TestBrand.Staffed brand;
  private String base = "";
  private String gtin = "";
  private int batch;

  @BeforeEach
  void aBrandThatMovedOver() {
    brand = brands.create("Camellia");
    base = "/c/" + brand.brand().slug() + "/";
    gtin = brand.product("Hand cream", 3900, 730);
    batch =
        new Imports(brand)
            .run("code\n" + OLD + "\nAB-12/<b>\n真码 1\n", Map.of("gtin", gtin, "lot", "OLD1"))
            .getInt("batches[0].number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AB-12%2F%3Cb%3E",
        "AB-12/%3Cb%3E",
        "%E7%9C%9F%E7%A0%81%201",
        "http%3A%2F%2Fold.example.cn%2Fp%3Fid%3D7%26k%3D%25E7%259C%259F",
        "http://old.example.cn/p?id=7&k=%E7%9C%9F",
        "HTTP:/Old.Example.cn:80/p?id=7&k=%e7%9c%9f"
      })
  void everyWayOfWritingTheAddressLeadsToTheItem(String code) {
    brand.move(batch, "ACTIVE");

    page(base + code).statusCode(200).contentType(ContentType.HTML);
    form(base + code)
        .then()
        .statusCode(200)
        .body(containsString("data-outcome=\"genuine-first\""))
        .body(containsString("Hand cream"));
  }

  /** The longest that an import takes, where each sign is nine characters of an address. */
  @Test
  void theLongestCodeOfChineseSignsIsScanned() {
    String code = "码".repeat(100);
    int more =
        new Imports(brand)
            .run("code\n" + code + "\n", Map.of("gtin", gtin, "lot", "L1"))
            .getInt("batches[0].number");
    brand.move(more, "ACTIVE");
    String path = base + URLEncoder.encode(code, StandardCharsets.UTF_8);

    scan(path).body("outcome", equalTo("genuine-first"));
    scan("https://zm.example.cn" + base + code).body("outcome", equalTo("genuine-repeat"));
    form(path).then().statusCode(200).body(containsString("Hand cream"));
  }

  @Test
  void thePageIsTheOneBehindOurOwnCodesAndChangesNothing() {
    brand.move(batch, "ACTIVE");
    String path = base + "AB-12%2F%3Cb%3E";
    String own = "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6";

    ValidatableResponse page = page(path).statusCode(200);
    String tag = page.extract().header("ETag");
    assertThat(page.extract().asString()).isEqualTo(page(own).extract().asString());
    assertThat(tag).isEqualTo(page(own).extract().header("ETag"));
    page.header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Cache-Control", containsString("max-age=300"))
        .header("Location", nullValue());
    raw().header("If-None-Match", tag).get(path).then().statusCode(304);
    raw().head(path).then().statusCode(200).header("ETag", tag);
    scan(path).body("outcome", equalTo("genuine-first"));
  }

  @Test
  void theBatchDecidesAndTheHistoryCounts() {
    String path = base + "AB-12%2F%3Cb%3E";
    scan(path).body("outcome", equalTo("not-active"));
    brand.move(batch, "ACTIVE");
    scan("https://zm.example.cn" + path)
        .body("outcome", equalTo("genuine-first"))
        .body("batch.lot", equalTo("OLD1"));
    scan(path).body("outcome", equalTo("genuine-repeat")).body("firstVerified.at", notNullValue());
    brand.move(batch, "RECALLED");
    scan(path).body("outcome", equalTo("recalled"));
    brand
        .operator()
        .request()
        .get("/api/v1/scans")
        .then()
        .body("total", equalTo(4))
        .body("items[0].serial", equalTo("AB-12/<b>"));
  }

  @Test
  void theCodeIsShownAsTextOnly() {
    brand.move(batch, "ACTIVE");

    form(base + "AB-12%2F%3Cb%3E")
        .then()
        .body(containsString("AB-12/&lt;b&gt;"))
        .body(not(containsString("<b>")))
        .header("Content-Security-Policy", not(containsString("unsafe")));
  }

  @Test
  void anUnknownCodeIsUnknownAndLeavesNoTrace() throws SQLException {
    long before = rows();
    for (String code :
        new String[] {"NOT-OURS", "http://old.example.cn/p?id=8", "ab-12%2F%3Cb%3E"}) {
      scan(base + code).body("outcome", equalTo("unknown"));
      page(base + code).statusCode(200);
    }
    scan("/c/no-such-brand/AB-12%2F%3Cb%3E").body("outcome", equalTo("unknown"));
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%00",
        "%0d%0aSet-Cookie:%20a=b",
        "x%0d%0aLocation:%20https://evil.example",
        "%ff%fe",
        "ftp:%2F%2Fold.example.cn",
        "http:%2F%2Fuser:pw@old.example.cn%2F",
        "%E2%80%AE"
      })
  void whatCanBeNoCodeIsAnsweredAsSuch(String code) {
    Response page = raw().get(base + code);
    assertThat(page.statusCode()).isIn(200, 404);
    assertThat(page.header("Location")).isNull();
    if (!code.startsWith("%0d")) {
      page.then().statusCode(404);
    }
    form(base + code).then().statusCode(page.statusCode() == 404 ? 404 : 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2F..%2Fapi%2Fv1%2Fproducts",
        "%2e%2e/%2e%2e/etc/passwd",
        "https%3A%2F%2Fevil.example%2F",
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)"
      })
  void noCodeLeadsAnywhereElse(String code) {
    Response page = raw().redirects().follow(false).get(base + code);

    assertThat(page.statusCode()).isIn(200, 404);
    assertThat(page.header("Location")).isNull();
    assertThat(page.asString()).doesNotContain("evil.example", "root:");
  }

  @Test
  void theItemIsFoundByItsOldCode() {
    brand.move(batch, "ACTIVE");
    scan(base + "AB-12%2F%3Cb%3E").body("outcome", equalTo("genuine-first"));

    for (String code : new String[] {"AB-12/<b>", base + "AB-12%2F%3Cb%3E"}) {
      item(brand, code)
          .statusCode(200)
          .body("serial", equalTo("AB-12/<b>"))
          .body("kind", equalTo("INNER"))
          .body("batchNumber", equalTo(batch))
          .body("itemNumber", equalTo(1))
          .body("scans", equalTo(1));
    }
    item(brand, OLD).statusCode(200).body("scans", equalTo(0));
    TestBrand.Staffed neighbour = brands.create("Neighbour");
    item(neighbour, base + "AB-12%2F%3Cb%3E").statusCode(404);
    item(neighbour, "AB-12/<b>").statusCode(400);
  }

  @Test
  void itemsMoveByTheirOldCodes() {
    brand.move(batch, "ACTIVE");
    brand
        .operator()
        .request()
        .contentType("text/csv")
        .queryParams(Map.of("to", "VOID", "reason", "stolen"))
        .body("code\n" + OLD + "\n")
        .post("/api/v1/batches/" + batch + "/moves/list")
        .then()
        .statusCode(200);
    List<String> scanned = List.of("AB-12/<b>", base + "%E7%9C%9F%E7%A0%81%201", "NOT-OURS");
    brand
        .operator()
        .request()
        .body(Map.of("codes", scanned, "to", "VOID", "reason", "at the line"))
        .post("/api/v1/line-scans")
        .then()
        .statusCode(200)
        .body("moved", equalTo(2))
        .body("unknown", equalTo(1));

    scan(base + OLD).body("outcome", equalTo("void"));
    scan(base + "AB-12/%3Cb%3E").body("outcome", equalTo("void"));
    scan(base + "%E7%9C%9F%E7%A0%81%201").body("outcome", equalTo("void"));
  }

  /**
   * Earlier systems printed links of the same shape as ours, with a serial number of that length.
   */
  @Test
  void anOldLinkOfOurShapeIsFoundAtTheLine() {
    String gtin = brand.product("Soap", 900, 730);
    String old = "https://id.old.example/01/" + gtin + "/21/17K3QHC4VTN8E2D5XWY6";
    int shaped =
        new Imports(brand)
            .run("code\n" + old + "\n", Map.of("gtin", gtin, "lot", "OLD2"))
            .getInt("batches[0].number");
    brand.move(shaped, "ACTIVE");
    brand
        .operator()
        .request()
        .body(Map.of("code", old, "to", "VOID", "reason", "at the line"))
        .post("/api/v1/line-scans")
        .then()
        .statusCode(200)
        .body("moved", equalTo(1));
    scan(base + old).body("outcome", equalTo("void"));
  }

  @Test
  void aBatchOfOldCodesHasNoneOfOurs() {
    brand.move(batch, "ACTIVE");
    String forged =
        codes
            .code(catalogue.batch(brand.brand().id(), batch).orElseThrow(), CodeKind.INNER, 0)
            .url();

    scan(forged).body("outcome", equalTo("unknown"));
    for (String file : new String[] {"codes.csv", "labels.pdf"}) {
      brand
          .operator()
          .request()
          .get("/api/v1/batches/" + batch + "/" + file)
          .then()
          .statusCode(409);
    }
    brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch)
        .then()
        .body("profile", equalTo("FOREIGN"))
        .body("sampleLink", nullValue());
  }

  private ValidatableResponse item(TestBrand.Staffed whose, String code) {
    return whose.operator().request().queryParam("code", code).get("/api/v1/items").then();
  }

  private static RequestSpecification raw() {
    return given()
        .urlEncodingEnabled(false)
        .header("Accept-Language", "en")
        .header("User-Agent", PhoneAgent.WECHAT);
  }

  private static ValidatableResponse page(String path) {
    return raw().get(path).then();
  }

  /** What a browser without script sends. */
  private static Response form(String path) {
    return raw().contentType(ContentType.URLENC).post(path);
  }

  private static ValidatableResponse scan(String code) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID(), "code", code))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }

  private long rows() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT (SELECT COUNT(*) FROM scan WHERE brand_id = ?)"
                    + " + (SELECT COUNT(*) FROM item_history WHERE brand_id = ?)")) {
      select.setLong(1, brand.brand().id());
      select.setLong(2, brand.brand().id());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
