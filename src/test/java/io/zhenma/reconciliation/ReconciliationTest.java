package io.zhenma.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports of printing houses, and how a batch adds up, on the real database. */
@QuarkusTest
@Tag("database")
class ReconciliationTest {
  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String gtin;
  private int batch;

  @BeforeEach
  void anIssuedBatch() {
    brand = brands.create("Counting");
    gtin = brand.product("Tea", 3900, 730);
    batch = brand.batch(gtin, 1000, LocalDate.now());
  }

  @Test
  void withoutReportsNothingIsSaidOfPrinting() {
    reconciliation()
        .body("counts.issued", equalTo(1000))
        .body("counts.printed", equalTo(0))
        .body("printReported", equalTo(false))
        .body("discrepancies", empty());
  }

  @Test
  void aReportOfRangesIsTakenOnce() {
    Map<String, Object> report =
        Map.of(
            "reference", "order 4711",
            "printed", List.of(range(0, 599), range(600, 799)),
            "spoiled", List.of(range(10, 19)));
    report(report)
        .statusCode(201)
        .body("printed", equalTo(800))
        .body("reprinted", equalTo(0))
        .body("spoiled", equalTo(10));
    report(report).statusCode(409).body("errors.field", contains("reference"));

    reconciliation()
        .body("counts.printed", equalTo(790))
        .body("counts.spoiled", equalTo(10))
        .body("printReported", equalTo(true));
    brand
        .operator()
        .request()
        .get(reports())
        .then()
        .body("reference", contains("order 4711"))
        .body("by", contains("BRAND_OPERATOR"));
  }

  @Test
  void whatDoesNotAddUpIsNamed() {
    report("first", 0, 499).statusCode(201);
    report("again", 490, 509).statusCode(201).body("reprinted", equalTo(10));
    move("ACTIVE", 0, 599);
    move("VOID", 5, 5);
    scan(3);
    scan(5);
    scan(550);
    scan(700);
    report(Map.of("reference", "bad labels", "spoiled", List.of(range(3, 3)))).statusCode(201);

    ValidatableResponse sum = reconciliation();
    sum.body("counts", hasEntry("activated", 599));
    sum.body("counts", hasEntry("voided", 1));
    sum.body("counts", hasEntry("scanned", 4));
    sum.body("counts", hasEntry("printed", 509));
    sum.body(
        "discrepancies.kind",
        contains(
            "printed-twice",
            "active-not-printed",
            "scanned-not-printed",
            "scanned-spoiled",
            "scanned-not-active",
            "scanned-void"));
    sum.body("discrepancies.items", contains(10, 91, 2, 1, 1, 1));
    sum.body("discrepancies[0].first", contains(range(490, 499)));
    sum.body("discrepancies[1].first", contains(range(3, 3), range(510, 599)));
    sum.body("discrepancies[2].first", contains(range(550, 550), range(700, 700)));
    sum.body("discrepancies[4].first", contains(range(700, 700)));
  }

  @Test
  void whatWasDeliveredIsComparedWithWhatWasPrinted() throws InterruptedException {
    deliver(100, 500);
    report("house", 90, 549).statusCode(201);

    reconciliation()
        .body("delivered", equalTo(true))
        .body("counts.delivered", equalTo(500))
        .body("discrepancies.kind", contains("printed-not-delivered", "delivered-not-printed"))
        .body("discrepancies[0].first", contains(range(90, 99)))
        .body("discrepancies[1].first", contains(range(550, 599)));
  }

  private void deliver(int first, int count) throws InterruptedException {
    int id =
        brand
            .operator()
            .request()
            .body(Map.of("format", "CSV", "kind", "both", "first", first, "count", count))
            .post("/api/v1/batches/" + batch + "/deliveries")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    for (int i = 0; i < 600 && !state(id).equals("READY"); i++) {
      Thread.sleep(100);
    }
  }

  private String state(int delivery) {
    return brand.operator().request().get("/api/v1/deliveries/" + delivery).path("state");
  }

  @Test
  void aListTakesNumbersRangesSerialsAndLinks() {
    String link = brand.link(batch, "inner", 700);
    String serial = brand.link(batch, "outer", 701).replaceAll(".*/", "");
    String csv = "item,state\n7\n20-29,printed\n" + link + "\n" + serial + ",spoiled\n7";

    csv("list 1", csv)
        .statusCode(201)
        .body("printed", equalTo(12))
        .body("reprinted", equalTo(1))
        .body("spoiled", equalTo(1));
    reconciliation()
        .body("counts.printed", equalTo(12))
        .body("counts.spoiled", equalTo(1))
        .body("discrepancies.kind", contains("printed-twice"))
        .body("discrepancies[0].first", contains(range(7, 7)));
  }

  @Test
  void aListWithAWrongLineIsRefusedAsAWhole() {
    csv("list 1", "1\n2,torn\n1000\nx")
        .statusCode(400)
        .body("errors.field", contains("lines", "line 2", "line 3", "line 4"))
        .body("errors[1].message", containsString("printed or spoiled"));
    csv("", "1").statusCode(400).body("errors.field", contains("reference"));
    reconciliation().body("printReported", equalTo(false));
  }

  @Test
  void aReportWithAWrongCodeIsRefusedAsAWhole() {
    report(
            Map.of(
                "reference", "r",
                "printed", List.of(range(0, 5), range(7, 6)),
                "printedCodes", List.of("8", "nonsense"),
                "spoiled", List.of(range(-1, 5))))
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder("lines", "printed[1]", "printedCodes[1]", "spoiled[0]"));
    report(Map.of("reference", "r")).statusCode(400).body("errors.field", contains("printed"));
    reconciliation().body("printReported", equalTo(false));
  }

  @Test
  void aListOfAMillionLinesFitsAndOneMoreDoesNot() {
    batch = brand.batch(gtin, 2_000_000, LocalDate.now());
    String lines =
        IntStream.range(0, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

    csv("too long", lines + "\n1").statusCode(400).body("errors.field", contains("lines"));
    csv("long", lines).statusCode(201).body("printed", equalTo(1_000_000));
    reconciliation().body("counts.printed", equalTo(1_000_000));
  }

  @Test
  void aDraftHasNothingToCount() {
    int draft =
        brand
            .operator()
            .request()
            .body(
                Map.of(
                    "gtin",
                    gtin,
                    "quantity",
                    5,
                    "lot",
                    "L",
                    "producedOn",
                    "2026-01-02",
                    "state",
                    "CREATED"))
            .post("/api/v1/batches")
            .path("number");
    batch = draft;

    brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch + "/reconciliation")
        .then()
        .statusCode(409);
    report("r", 0, 1).statusCode(409).body("errors.field", contains("state"));
  }

  @Test
  void aPartialBorderBetweenPartsIsNoBorderOfARange() {
    batch = brand.batch(gtin, 3_000_000, LocalDate.now());
    report("middle", 100, 2_999_000).statusCode(201);
    report("twice", 100, 2_999_000).statusCode(201);

    reconciliation()
        .body("discrepancies", hasSize(1))
        .body("discrepancies[0].ranges", equalTo(1))
        .body("discrepancies[0].first", contains(range(100, 2_999_000)));
  }

  private static Map<String, Integer> range(int first, int last) {
    return Map.of("firstItem", first, "lastItem", last);
  }

  private ValidatableResponse report(String reference, int first, int last) {
    return report(Map.of("reference", reference, "printed", List.of(range(first, last))));
  }

  private ValidatableResponse report(Map<String, Object> report) {
    return brand.operator().request().body(report).post(reports()).then();
  }

  private ValidatableResponse csv(String reference, String csv) {
    return brand
        .operator()
        .request()
        .contentType("text/csv")
        .body(csv)
        .queryParam("reference", reference)
        .post(reports())
        .then();
  }

  private String reports() {
    return "/api/v1/batches/" + batch + "/print-reports";
  }

  private void move(String to, int first, int last) {
    brand
        .operator()
        .request()
        .body(Map.of("to", to, "reason", "test", "firstItem", first, "lastItem", last))
        .post("/api/v1/batches/" + batch + "/moves")
        .then()
        .statusCode(200);
  }

  private void scan(int item) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID(), "code", brand.link(batch, "inner", item)))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse reconciliation() {
    return brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch + "/reconciliation")
        .then()
        .statusCode(200);
  }
}
