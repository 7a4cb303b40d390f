package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list moves what its lines say, and nothing when a line is not understood. */
@QuarkusTest
@Tag("database")
class ItemListTest {
  private static final List<String> NOT_UNDERSTOOD =
      List.of(
          "1,000",
          "\"1,000\"",
          "7,8,9",
          "7;8",
          "7\t8",
          "7 8",
          "7\u00A08",
          "7，8",
          "\"7,8\"",
          "1.000",
          "7\r8",
          "7\u20288",
          "7\u200B8",
          "１２",
          "\u0661\u0662",
          "7\"",
          "\"7",
          "+7",
          "7e0",
          "7.0",
          "0x7",
          "7-8-9",
          "7–8",
          "item,to\n7,ACTIVE",
          "item,item\n7,8",
          "item,serial\n7,8",
          "item\n7,8",
          "item,remark\n7,x,8");

  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private int batch;

  @BeforeEach
  void aBatchOnSale() {
    brand = brands.create("Lists");
    batch = brand.activeBatch(brand.product("Tea", 3900, 730), 100);
  }

  @Test
  void aListThatIsNotUnderstoodMovesNothingAndNamesTheLine() {
    for (String csv : NOT_UNDERSTOOD) {
      Response answer = move(csv);
      assertThat(answer.statusCode()).as(csv).isEqualTo(400);
      assertThat(answer.<List<String>>path("errors.field"))
          .as(csv)
          .anyMatch(field -> field.startsWith("line "));
      Response report = post("/print-reports?reference=r", csv);
      assertThat(report.statusCode()).as(csv).isEqualTo(400);
    }
    counts(Map.of("ACTIVE", 100));
  }

  @Test
  void aHeadingNotesEmptyCellsAndUnseenCharactersAreUnderstood() {
    String link = brand.link(batch, "inner", 5);
    String row = "5,inner," + link.replaceAll(".*/", "") + "," + link + ",\"a,b\"";

    assertThat(move("\uFEFFItem,kind,serial,link,remark\r\n" + row + "\r\n").statusCode())
        .isEqualTo(200);
    String list = "\u00A07\u200B\n\uFEFF8-9,,\n\u200B\n" + link + "?utm_source=x\n" + link + "。";
    assertThat(move(list).statusCode()).isEqualTo(200);
    counts(Map.of("ACTIVE", 96, "VOID", 4));
  }

  @Test
  void aLineScannersPrefixAndADecoratedLinkAreUnderstood() {
    String link = brand.link(batch, "inner", 6);

    brand
        .operator()
        .request()
        .body(
            Map.of(
                "codes",
                List.of("]Q1" + link + "\r", link.replace("HTTP", "http://HTTP"), "7"),
                "to",
                "VOID",
                "reason",
                "test"))
        .post("/api/v1/line-scans")
        .then()
        .statusCode(200)
        .body("answers.outcome", equalTo(List.of("MOVED", "ALREADY", "UNKNOWN")));
    counts(Map.of("ACTIVE", 99, "VOID", 1));
  }

  @Test
  void digitsOfAnotherScriptAreNoNumber() {
    String wide =
        Integer.toString(batch)
            .chars()
            .mapToObj(c -> Character.toString(c + 0xFEE0))
            .collect(Collectors.joining());

    assertThat(get("/api/v1/batches/" + wide + "/states").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/batches?page=\uFF10").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/batches?page=0").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/batches?page=99999999999").statusCode()).isEqualTo(400);
  }

  private Response get(String path) {
    return brand.operator().request().get(path);
  }

  private void counts(Map<String, Integer> counts) {
    get("/api/v1/batches/" + batch + "/states").then().body("counts", equalTo(counts));
  }

  private Response move(String csv) {
    return post("/moves/list?reason=test&to=VOID", csv);
  }

  private Response post(String path, String csv) {
    return brand
        .operator()
        .request()
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post("/api/v1/batches/" + batch + path);
  }
}
