package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists of codes over HTTP, on the real database. */
@QuarkusTest
@Tag("database")
class CodeImportTest {
  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private Imports imports;
  private String gtin;

  @BeforeEach
  void aBrandWithAProduct() {
    brand = brands.create("Camellia");
    imports = new Imports(brand);
    gtin = brand.product("Hand cream", 3900, 730);
  }

  @Test
  void aListBecomesABatch() {
    JsonPath done = imports.run("code\nA1\nhttp://old.example.cn/p?id=2\n", oneBatch());

    assertThat(done.getString("state")).isEqualTo("DONE");
    assertThat(done.getInt("accepted")).isEqualTo(2);
    assertThat(done.getInt("percentage")).isEqualTo(100);
    assertThat(done.getString("batches[0].expiresOn")).isEqualTo("2028-01-02");
    int batch = done.getInt("batches[0].number");
    brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch)
        .then()
        .statusCode(200)
        .body("quantity", equalTo(2))
        .body("gtin", equalTo(gtin))
        .body("lot", equalTo("OLD1"))
        .body("producedOn", equalTo("2026-01-02"))
        .body("expiresOn", equalTo("2028-01-02"));
  }

  @Test
  void eachRefusedLineIsToldWithItsReason() {
    String file =
        String.join(
            "\r\n",
            "Code,GTIN,Remark",
            "A1,," + "good",
            ",,no code",
            "A1,,again",
            "\"B\"2\",,bad quotes",
            "C3",
            "D4," + gtin.substring(0, 13) + "x,",
            "E5,6901234567892,not ours",
            "ftp://old.example.cn/1,,",
            "=cmd|' /C calc'!A0,,fine",
            "\u202EF6,,",
            "x".repeat(300) + ",,");
    JsonPath done = imports.run(file, oneBatch());
    JsonPath refused = imports.refusals(done.getLong("id"));

    assertThat(done.getInt("rows")).isEqualTo(11);
    assertThat(done.getInt("accepted")).isEqualTo(2);
    assertThat(done.getInt("refused")).isEqualTo(9);
    assertThat(refused.<Integer>getList("items.line")).containsExactly(3, 4, 5, 6, 7, 8, 9, 11, 12);
    assertThat(refused.<String>getList("items.reason"))
        .containsExactly(
            "empty",
            "duplicate-in-file",
            "quoting",
            "columns",
            "gtin-character",
            "unknown-product",
            "scheme",
            "unreadable",
            "too-long");
    assertThat(refused.getString("items[1].message")).isEqualTo("Line 2 has the same code.");
    assertThat(refused.getInt("items[1].otherLine")).isEqualTo(2);
    assertThat(refused.getString("items[7].value")).isEqualTo("\uFFFDF6");
    assertThat(refused.getString("items[8].value")).isEqualTo("x".repeat(100));
  }

  @Test
  void theReportAsCsvCalculatesNothing() {
    JsonPath done =
        imports.run("code\nA1\n\"=1+1://x\"\n\"@SUM(1)://\n\tx\"\n\"\uFF1D1://\",\n", oneBatch());
    String csv =
        brand
            .operator()
            .request()
            .header("Accept-Language", "zh")
            .get("/api/v1/code-imports/" + done.getLong("id") + "/refusals.csv")
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString("attachment"))
            .extract()
            .asString();

    assertThat(csv)
        .startsWith("\uFEFF\"line\",\"code\",\"reason\",\"explanation\"\r\n")
        .contains("\r\n\"3\",\"'=1+1://x\",\"scheme\",", "'@SUM(1)://\uFFFD\uFFFDx", "'\uFF1D1://")
        .contains("网址");
    assertThat(csv.lines().skip(1))
        .allSatisfy(line -> assertThat(line).matches("\"[0-9]+\",\"['x].*"));
  }

  @Test
  void whatASpreadsheetDidToACodeIsSaid() {
    String file =
        String.join(
            "\n",
            "code,gtin",
            "6.90123E+12,",
            "\"=\"\"00124\"\"\",",
            "'00125,",
            "\"1,234,567\",",
            "6901234567892.0,",
            "#REF!,",
            "A1,6.90123E+12",
            "12E34567,");
    JsonPath done = imports.run(file, oneBatch());

    assertThat(done.getInt("accepted")).isEqualTo(1);
    JsonPath refused = imports.refusals(done.getLong("id"));
    assertThat(refused.<String>getList("items.reason"))
        .containsExactly(
            "spreadsheet-power",
            "spreadsheet-text",
            "spreadsheet-text",
            "spreadsheet-number",
            "spreadsheet-number",
            "spreadsheet-error",
            "spreadsheet-power");
    assertThat(refused.getString("items[0].message")).contains("power of ten");
  }

  @Test
  void productLotAndExpiryOfALineMakeItsBatch() {
    String other = brand.product("Soap", 900, 365);
    String file =
        "code,gtin,lot,expiry\n"
            + "A1,,,\n"
            + "A2,"
            + other
            + ",S1,2027-03-31\n"
            + "A3,"
            + Long.parseLong(other)
            + ",S1,2027/3/31\n"
            + "A4,"
            + other
            + ",S2,20270331\n"
            + "A5,,,2027-02-30\n"
            + "A6,,not a lot!,\n";
    JsonPath done = imports.run(file, oneBatch());

    assertThat(done.getInt("accepted")).isEqualTo(4);
    assertThat(done.<String>getList("batches.lot")).containsExactly("OLD1", "S1", "S2");
    assertThat(done.<Integer>getList("batches.quantity")).containsExactly(1, 2, 1);
    assertThat(imports.refusals(done.getLong("id")).<String>getList("items.reason"))
        .containsExactly("expiry", "lot");
    brand
        .operator()
        .request()
        .get("/api/v1/batches/" + done.getInt("batches[1].number"))
        .then()
        .body("gtin", equalTo(other))
        .body("expiresOn", equalTo("2027-03-31"))
        .body("quantity", equalTo(2));
  }

  @Test
  void aCheckReportsAndStoresNothing() {
    String file = "code\nA1\nA1\n";
    JsonPath checked = imports.run(file, Map.of("gtin", gtin, "lot", "OLD1", "check", "true"));

    assertThat(checked.getBoolean("check")).isTrue();
    assertThat(checked.getInt("accepted")).isEqualTo(1);
    assertThat(checked.getInt("refused")).isEqualTo(1);
    assertThat(checked.getString("batches[0].lot")).isEqualTo("OLD1");
    assertThat(checked.getString("batches[0].number")).isNull();
    assertThat(batches()).isZero();
    assertThat(imports.run(file, oneBatch()).getInt("accepted")).isEqualTo(1);
    assertThat(batches()).isEqualTo(1);
  }

  @Test
  void whatAnEarlierImportHasIsRefused() {
    imports.run("code\nA1\naB\n", oneBatch());
    JsonPath again = imports.run("code\nA2\nA1\nab\n", oneBatch());

    assertThat(again.getInt("accepted")).isEqualTo(2);
    assertThat(imports.refusals(again.getLong("id")).<String>getList("items.reason"))
        .containsExactly("duplicate-earlier");
    TestBrand.Staffed neighbour = brands.create("Neighbour");
    String theirs = neighbour.product("Soap", 100, 100);
    assertThat(
            new Imports(neighbour)
                .run("code\nA1\n", Map.of("gtin", theirs, "lot", "L"))
                .getInt("accepted"))
        .as("another brand may have the same codes")
        .isEqualTo(1);
  }

  @Test
  void whereCaseIsIgnoredItMakesNoOtherCode() {
    JsonPath first =
        imports.run("code\naB\nAB\n", Map.of("gtin", gtin, "lot", "L", "ignoreCase", "true"));
    JsonPath exact = imports.run("code\nab\nAb\nother\n", oneBatch());

    assertThat(first.getInt("accepted")).isEqualTo(1);
    assertThat(exact.getInt("accepted")).isEqualTo(1);
    assertThat(imports.refusals(exact.getLong("id")).<String>getList("items.reason"))
        .containsExactly("duplicate-earlier", "duplicate-earlier");
  }

  @Test
  void anotherEncodingEndsTheImportWithItsNameAndLine() {
    String rows =
        IntStream.range(0, 50).mapToObj(i -> "A" + i + ",x\n").collect(Collectors.joining());
    byte[] gbk = ("code,remark\n" + rows + "B1,真码\n").getBytes(Charset.forName("GBK"));
    long id = imports.post(gbk, oneBatch()).statusCode(202).extract().jsonPath().getLong("id");
    JsonPath failed = imports.ended(id);

    assertThat(failed.getString("state")).isEqualTo("FAILED");
    assertThat(failed.getString("failure.reason")).isEqualTo("encoding");
    assertThat(failed.getInt("failure.line")).isEqualTo(52);
    assertThat(failed.getString("failure.message")).contains("52", "GBK");
    assertThat(batches()).isZero();
  }

  @Test
  void whatTheFirstLineShowsIsSaidAtOnce() {
    for (String file :
        List.of("", "\n\n", "code\n", "serial\nA\n", "code;lot\nA;1\n", "code,code\nA,B\n")) {
      imports
          .post(file.getBytes(StandardCharsets.UTF_8), oneBatch())
          .statusCode(400)
          .body("errors.field", contains("file"));
    }
    imports
        .post("code\n真\n".getBytes(StandardCharsets.UTF_16), oneBatch())
        .statusCode(400)
        .body("errors[0].message", containsString("UTF-16"));
  }

  @Test
  void wrongParametersAreRefusedBeforeTheFileIsLookedAt() {
    byte[] file = "code\nA\n".getBytes(StandardCharsets.UTF_8);
    imports
        .post(file, Map.of("gtin", "123"))
        .statusCode(400)
        .body("errors.field", contains("gtin"));
    imports
        .post(file, Map.of("gtin", "6901234567892"))
        .statusCode(400)
        .body("errors.field", contains("gtin"));
    imports
        .post(file, Map.of("gtin", gtin, "lot", "no lot!"))
        .statusCode(400)
        .body("errors.field", contains("lot"));
    brand
        .operator()
        .request()
        .contentType("text/csv")
        .body(file)
        .post("/api/v1/code-imports?producedOn=yesterday")
        .then()
        .statusCode(400)
        .body("errors.field", contains("producedOn"));
  }

  @Test
  void moreGroupsThanAnImportMayHaveEndIt() {
    String file =
        IntStream.rangeClosed(1, 1_001)
            .mapToObj(i -> "A" + i + ",L" + i)
            .collect(Collectors.joining("\n", "code,lot\n", "\n"));
    JsonPath failed = imports.run(file, Map.of("gtin", gtin));

    assertThat(failed.getString("failure.reason")).isEqualTo("too-many-groups");
    assertThat(failed.getInt("failure.line")).isEqualTo(1_002);
    assertThat(batches()).isZero();
    String most = file.substring(0, file.indexOf("A1001"));
    assertThat(imports.run(most, Map.of("gtin", gtin)).<Integer>getList("batches.number"))
        .hasSize(1_000)
        .doesNotHaveDuplicates();
  }

  private int batches() {
    return brand.operator().request().get("/api/v1/batches").path("total");
  }

  private Map<String, String> oneBatch() {
    return Map.of("gtin", gtin, "lot", "OLD1");
  }
}
