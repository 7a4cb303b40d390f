package io.zhenma.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.foreign.Imports;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts, and moves of a batch, a range, a list and by scans at the line, on the real database. */
@QuarkusTest
@Tag("database")
class BatchLifeTest {
  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String gtin;

  @BeforeEach
  void aBrandWithAProduct() {
    brand = brands.create("Life");
    gtin = brand.product("Tea", 3900, 730);
  }

  @Test
  void aDraftMayChangeAndGoAndNoCodeOfItLeaves() {
    int draft = draft(10);
    batch(draft)
        .body("state", equalTo("CREATED"))
        .body("legalMoves", contains("ISSUED"))
        .body("sampleLink", nullValue());
    for (String file : List.of("codes.csv", "labels.pdf")) {
      brand
          .operator()
          .request()
          .get("/api/v1/batches/" + draft + "/" + file)
          .then()
          .statusCode(409)
          .body("errors.field", contains("state"));
    }

    put(draft, 25, "L2", "2026-03-01")
        .statusCode(200)
        .body("quantity", equalTo(25))
        .body("lot", equalTo("L2"))
        .body("producedOn", equalTo("2026-03-01"))
        .body("expiresOn", equalTo("2028-02-29"));
    delete(draft).statusCode(204);
    brand.operator().request().get("/api/v1/batches/" + draft).then().statusCode(404);
  }

  @Test
  void anIssuedDraftIsABatchLikeAnyOther() {
    int draft = draft(10);
    brand.move(draft, "ISSUED");

    batch(draft).body("state", equalTo("ISSUED")).body("sampleLink", notNullValue());
    assertThat(outcome(brand.link(draft, "inner", 0))).isEqualTo("not-active batch-not-active");
    put(draft, 25, "L2", "2026-03-01").statusCode(409).body("errors.field", contains("state"));
    delete(draft).statusCode(409).body("errors.field", contains("state"));
  }

  @Test
  void aDraftsItemsDoNotMove() {
    int draft = draft(10);

    move(draft, "ACTIVE", 0, 3).statusCode(409);
    move(draft, "ISSUED", 0, 3).statusCode(400).body("errors.field", contains("to"));
    brand
        .operator()
        .request()
        .body(Map.of("to", "ACTIVE", "reason", "too early"))
        .post("/api/v1/batches/" + draft + "/moves")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:zhenma:problem:illegal-move"));
  }

  @Test
  void aStateOtherThanDraftOrIssuedIsNoStart() {
    create("ACTIVE", 5).statusCode(400).body("errors.field", contains("state"));
  }

  @Test
  void aRangeIsOnSaleWhileTheRestIsNot() {
    int batch = brand.batch(gtin, 100, LocalDate.now());

    move(batch, "ACTIVE", 10, 19).statusCode(200).body("state", equalTo("ISSUED"));

    assertThat(outcome(brand.link(batch, "inner", 9))).isEqualTo("not-active item-not-active");
    assertThat(outcome(brand.link(batch, "inner", 10))).isEqualTo("genuine-first first-check");
    assertThat(outcome(brand.link(batch, "inner", 19))).isEqualTo("genuine-first first-check");
    assertThat(outcome(brand.link(batch, "inner", 20))).isEqualTo("not-active item-not-active");
    item(brand.link(batch, "inner", 12))
        .body("batchState", equalTo("ISSUED"))
        .body("state", equalTo("ACTIVE"));
  }

  @Test
  void aChangeIsSeenByTheNextScan() {
    int batch = brand.activeBatch(gtin, 100);
    String link = brand.link(batch, "inner", 5);
    outcome(link);

    move(batch, "RECALLED", 5, 5);
    assertThat(outcome(link)).isEqualTo("recalled item-recalled");
    move(batch, "ACTIVE", 5, 5);
    assertThat(outcome(link)).startsWith("genuine-repeat");
    move(batch, "VOID", 0, 9);
    assertThat(outcome(link)).isEqualTo("void item-void");
    assertThat(outcome(brand.link(batch, "inner", 10))).isEqualTo("genuine-first first-check");
  }

  @Test
  void aRangeMovesAsAWholeOrNotAtAll() {
    int batch = brand.activeBatch(gtin, 100);
    move(batch, "VOID", 30, 39);

    move(batch, "RECALLED", 20, 50)
        .statusCode(409)
        .body("type", equalTo("urn:zhenma:problem:illegal-move"))
        .body("errors.message", contains(containsString("30 to 39 are VOID")));
    states(batch).body("counts", equalTo(Map.of("ACTIVE", 90, "VOID", 10)));
    move(batch, "RECALLED", 20, 29);
    states(batch)
        .body("exceptions", equalTo(2))
        .body("ranges.firstItem", contains(20, 30))
        .body("ranges.state", contains("RECALLED", "VOID"));
  }

  @Test
  void aRangeBeyondTheBatchIsRefused() {
    int batch = brand.activeBatch(gtin, 100);

    move(batch, "VOID", 90, 100).statusCode(400).body("errors.field", contains("lastItem"));
    move(batch, "VOID", 9, 8).statusCode(400).body("errors.field", contains("lastItem"));
    move(batch, "VOID", -1, 8).statusCode(400).body("errors.field", contains("firstItem"));
    states(batch).body("exceptions", equalTo(0));
  }

  @Test
  void theWholeMovesAndVoidItemsStayVoid() {
    int batch = brand.batch(gtin, 100, LocalDate.now());
    move(batch, "ACTIVE", 0, 49);
    move(batch, "VOID", 10, 19);

    brand.move(batch, "ACTIVE");

    batch(batch).body("state", equalTo("ACTIVE"));
    states(batch).body("ranges", hasSize(1)).body("ranges[0].state", equalTo("VOID"));
    moves(batch)
        .body("scope", contains("RANGE", "RANGE", "WHOLE"))
        .body("from", contains("ISSUED", "ACTIVE", "ISSUED"))
        .body("to", contains("ACTIVE", "VOID", "ACTIVE"))
        .body("firstItem", contains(0, 10, 50))
        .body("lastItem", contains(49, 19, 99))
        .body("itemCount", contains(50, 10, 50))
        .body("by", hasItems("BRAND_OPERATOR"));
  }

  @Test
  void aListMovesWhateverItsLinesName() {
    int batch = brand.activeBatch(gtin, 1000);
    String link = brand.link(batch, "inner", 700);
    String serial = brand.link(batch, "outer", 701).replaceAll(".*/", "");
    String csv =
        "\uFEFFcode,remark\r\n\r\n7\r\n20-29\r\n\""
            + link
            + "\"\r\n"
            + serial.toLowerCase()
            + ",x\r\n7";

    list(batch, "VOID", csv).statusCode(200);

    states(batch).body("counts", equalTo(Map.of("ACTIVE", 987, "VOID", 13)));
    moves(batch).body("scope[1]", equalTo("LIST")).body("itemCount[1]", equalTo(13));
    assertThat(outcome(link)).isEqualTo("void item-void");
  }

  @Test
  void aListWithAWrongLineChangesNothingAndNamesTheLines() {
    int batch = brand.activeBatch(gtin, 100);
    String other = brand.link(brand.activeBatch(gtin, 10), "inner", 0);
    String stranger = other.replace(gtin, TestBrand.freshGtin());
    String forged = brand.link(batch, "inner", 1).replaceAll("..$", "00");
    String csv =
        String.join(
            "\n",
            "1",
            "100",
            "9-8",
            "hello",
            other,
            stranger,
            forged,
            "x".repeat(700),
            "5",
            "3-200");

    ValidatableResponse refused = list(batch, "VOID", csv).statusCode(400);

    refused.body(
        "errors.field",
        contains(
            "lines", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8",
            "line 10"));
    refused.body("errors[0].message", containsString("Lines refused: 8."));
    refused.body("errors.message", not(hasItems("")));
    states(batch).body("exceptions", equalTo(0));
    moves(batch).body("", hasSize(1));
  }

  @Test
  void aListWithItemsThatMayNotGoThereNamesTheirLines() {
    int batch = brand.activeBatch(gtin, 100);
    move(batch, "VOID", 5, 6);

    list(batch, "RECALLED", "4\n5\n6\n7")
        .statusCode(409)
        .body("errors.field", contains("lines", "line 2", "line 3"))
        .body("errors[1].message", containsString("Item 5 is VOID"));
    states(batch).body("counts", equalTo(Map.of("ACTIVE", 98, "VOID", 2)));
  }

  @Test
  void ofManyRefusedLinesAHundredAreToldAndAllAreCounted() {
    int batch = brand.activeBatch(gtin, 100);
    String csv = IntStream.range(0, 250).mapToObj(i -> "no").collect(Collectors.joining("\n"));

    list(batch, "VOID", csv)
        .statusCode(400)
        .body("errors", hasSize(101))
        .body("errors[0].message", containsString("250"));
  }

  @ParameterizedTest
  @CsvSource({"'', lines", "'\n\n', lines", "'item\n', lines"})
  void anEmptyListIsRefused(String csv, String field) {
    int batch = brand.activeBatch(gtin, 100);

    list(batch, "VOID", csv).statusCode(400).body("errors.field", contains(field));
  }

  @Test
  void aListOfAHundredThousandLinesFitsAndOneMoreDoesNot() {
    int batch = brand.activeBatch(gtin, 1_000_000);
    String lines =
        IntStream.range(0, 100_000)
            .mapToObj(i -> Integer.toString(i * 2))
            .collect(Collectors.joining("\n"));

    list(batch, "VOID", lines + "\n1").statusCode(400).body("errors.field", contains("lines"));
    list(batch, "VOID", lines).statusCode(200);

    states(batch).body("exceptions", equalTo(100_000)).body("strip", hasSize(100));
    assertThat(outcome(brand.link(batch, "inner", 199_998))).isEqualTo("void item-void");
    assertThat(outcome(brand.link(batch, "inner", 199_999))).isEqualTo("genuine-first first-check");
    move(batch, "VOID", 0, 999_999);
    states(batch).body("exceptions", equalTo(1));
  }

  @Test
  void aPreviewTellsWhatWouldMoveAndChangesNothing() {
    int batch = brand.activeBatch(gtin, 100);
    move(batch, "VOID", 30, 39);

    preview(batch, Map.of("to", "RECALLED"))
        .body("items", equalTo(90))
        .body("moving", equalTo(Map.of("ACTIVE", 90)))
        .body("conflicts", empty());
    preview(batch, Map.of("to", "RECALLED", "firstItem", 35, "lastItem", 44))
        .body("items", equalTo(5))
        .body("conflicts.firstItem", contains(35))
        .body("conflicts.lastItem", contains(39));
    csv()
        .body("1\n2\n3-5")
        .post("/api/v1/batches/" + batch + "/moves/list/preview?to=VOID")
        .then()
        .statusCode(200)
        .body("items", equalTo(5));
    states(batch).body("counts", equalTo(Map.of("ACTIVE", 90, "VOID", 10)));
  }

  @Test
  void aScannerAtTheLineActivatesItemByItemAndLeavesOneMove() {
    int batch = brand.batch(gtin, 100, LocalDate.now());
    for (int item = 0; item < 5; item++) {
      lineScan(Map.of("code", brand.link(batch, "outer", item), "to", "ACTIVE", "reason", "line 3"))
          .body("moved", equalTo(1))
          .body("answers[0].item", equalTo(item))
          .body("answers[0].state", equalTo("ACTIVE"));
    }
    lineScan(Map.of("code", brand.link(batch, "inner", 4), "to", "ACTIVE", "reason", "line 3"))
        .body("already", equalTo(1));

    moves(batch)
        .body("scope", contains("LINE"))
        .body("firstItem", contains(0))
        .body("lastItem", contains(4))
        .body("itemCount", contains(5));
    assertThat(outcome(brand.link(batch, "inner", 4))).isEqualTo("genuine-first first-check");
    states(batch).body("exceptions", equalTo(1));
  }

  @Test
  void eachCodeOfALineScanHasItsAnswer() {
    int batch = brand.batch(gtin, 100, LocalDate.now());
    int other = brand.batch(gtin, 100, LocalDate.now());
    int draft = draft(10);
    move(batch, "VOID", 1, 1);
    List<String> codes =
        List.of(
            brand.link(batch, "inner", 0),
            brand.link(batch, "inner", 1),
            brand.link(other, "inner", 2),
            brand.link(batch, "inner", 0),
            "nonsense",
            brand.link(batch, "inner", 3).replaceAll("..$", "00"));

    lineScan(Map.of("codes", codes, "to", "ACTIVE", "reason", "line"))
        .body("moved", equalTo(2))
        .body("already", equalTo(1))
        .body("refused", equalTo(1))
        .body("unknown", equalTo(2))
        .body(
            "answers.outcome",
            contains("MOVED", "REFUSED", "MOVED", "ALREADY", "UNKNOWN", "UNKNOWN"))
        .body("answers[1].state", equalTo("VOID"))
        .body("answers[4].fault", equalTo("malformed"))
        .body("answers[5].fault", equalTo("forged"));
    states(draft).body("exceptions", equalTo(0));
  }

  @Test
  void codesOfAnEarlierSystemMoveLikeOurOwnAndAreNoItemNumbers() {
    int batch =
        new Imports(brand)
            .run("code\n5\nOLD-1\nOLD-2\n", Map.of("gtin", gtin, "lot", "OLD1"))
            .getInt("batches[0].number");
    brand.move(batch, "ACTIVE");

    list(batch, "RECALLED", "5\nOLD-2\n1").statusCode(200);
    states(batch).body("counts", equalTo(Map.of("RECALLED", 3)));
    list(batch, "VOID", "OLD-3").statusCode(400).body("errors.field", contains("lines", "line 1"));
    lineScan(Map.of("codes", List.of("5", "OLD-3"), "to", "VOID", "reason", "line"))
        .body("answers.outcome", contains("MOVED", "UNKNOWN"))
        .body("answers[0].item", equalTo(0));
  }

  @Test
  void aLineScanTakesACodeOrAListAndOnlyTwoStates() {
    Map<String, Object> right = Map.of("to", "ACTIVE", "reason", "line");
    refusedLineScan(right, "codes", List.of());
    refusedLineScan(right, "other", "x");
    refusedLineScan(right, "codes", Collections.singletonList(null));
    refusedLineScan(right, "codes", IntStream.range(0, 1001).mapToObj(i -> "x").toList());
    refusedLineScan(Map.of("to", "RECALLED", "reason", "line"), "code", "x");
    refusedLineScan(Map.of("to", "ACTIVE", "reason", " "), "code", "x");
  }

  private void refusedLineScan(Map<String, Object> body, String field, Object value) {
    Map<String, Object> wrong = new HashMap<>(body);
    wrong.put(field, value);
    brand.operator().request().body(wrong).post("/api/v1/line-scans").then().statusCode(400);
  }

  private int draft(long quantity) {
    return create("CREATED", quantity).statusCode(201).extract().path("number");
  }

  private ValidatableResponse create(String state, long quantity) {
    return brand
        .operator()
        .request()
        .body(
            Map.of(
                "gtin",
                gtin,
                "quantity",
                quantity,
                "lot",
                "L1",
                "producedOn",
                "2026-01-02",
                "state",
                state))
        .post("/api/v1/batches")
        .then();
  }

  private ValidatableResponse put(int batch, long quantity, String lot, String producedOn) {
    return brand
        .operator()
        .request()
        .body(Map.of("quantity", quantity, "lot", lot, "producedOn", producedOn))
        .put("/api/v1/batches/" + batch)
        .then();
  }

  private ValidatableResponse delete(int batch) {
    return brand.operator().request().delete("/api/v1/batches/" + batch).then();
  }

  private ValidatableResponse move(int batch, String to, int first, int last) {
    return brand
        .operator()
        .request()
        .body(Map.of("to", to, "reason", "test", "firstItem", first, "lastItem", last))
        .post("/api/v1/batches/" + batch + "/moves")
        .then();
  }

  private ValidatableResponse list(int batch, String to, String csv) {
    return csv()
        .body(csv)
        .post("/api/v1/batches/" + batch + "/moves/list?reason=test&to=" + to)
        .then();
  }

  private io.restassured.specification.RequestSpecification csv() {
    return brand.operator().request().contentType("text/csv; charset=UTF-8");
  }

  private ValidatableResponse preview(int batch, Map<String, Object> wanted) {
    return brand
        .operator()
        .request()
        .body(wanted)
        .post("/api/v1/batches/" + batch + "/moves/preview")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse lineScan(Map<String, Object> body) {
    return brand.operator().request().body(body).post("/api/v1/line-scans").then().statusCode(200);
  }

  private ValidatableResponse batch(int number) {
    return get("/api/v1/batches/" + number);
  }

  private ValidatableResponse moves(int batch) {
    return get("/api/v1/batches/" + batch + "/moves");
  }

  private ValidatableResponse states(int batch) {
    return get("/api/v1/batches/" + batch + "/states");
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

  private ValidatableResponse get(String path) {
    return brand.operator().request().get(path).then().statusCode(200);
  }

  private static String outcome(String link) {
    var answer =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("scanId", UUID.randomUUID(), "code", link))
            .post("/api/v1/scans")
            .then()
            .statusCode(200)
            .extract();
    return answer.path("outcome") + " " + answer.path("reasons[0]");
  }
}
