package io.zhenma.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.foreign.Imports;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The evidence of an item, by HTTP on the real database. */
@QuarkusTest
@Tag("database")
class EvidenceTest {
  private static final String BEIJING = "202.106.0.20";

  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String gtin;
  private int batch;

  @BeforeEach
  void aBrandWithItemsOnSale() {
    brand = brands.create("Evidence");
    gtin = brand.product("Tea", 3900, 730);
    batch = brand.activeBatch(gtin, 10);
  }

  @Test
  void anItemThatNobodyScannedHasNoEvidence() {
    evidence(batch, 3)
        .body("item.gtin", equalTo(gtin))
        .body("item.state", equalTo("ACTIVE"))
        .body("item.code", matchesPattern("[0-9A-Z]{20}"))
        .body("counts.scans", equalTo(0))
        .body("state", nullValue())
        .body("score", equalTo(0))
        .body("findings", empty())
        .body("looks", equalTo(0))
        .body("complete", equalTo(true))
        .body("timeline.items", empty());
  }

  @Test
  void allThatIsKnownOfASuspectItemIsLaidOut() {
    String link = brand.link(batch, "inner", 4);
    Strangers.makeSuspect(link);
    Strangers.scan(link, BEIJING, 99);

    evidence(batch, 4)
        .body("state", equalTo("OPEN"))
        .body("suspectSince", notNullValue())
        .body("score", greaterThanOrEqualTo(60))
        .body("suspectFrom", equalTo(60))
        .body("findings.reason", hasItem("many-strangers"))
        .body("findings.find { it.reason == 'many-strangers' }.limit", equalTo(7.0f))
        .body("findings.find { it.reason == 'many-strangers' }.measured", greaterThan(7.0f))
        .body("counts.devices", equalTo(9))
        .body("counts.firstVerifiedPlace", equalTo("Shenzhen, Guangdong"))
        .body("looks", equalTo(9))
        .body("devices", hasSize(9))
        .body("devices.id", everyItem(matchesPattern("[0-9a-f]{8}")))
        .body("places", hasSize(2))
        .body("places[0].place.name", equalTo("Shenzhen, Guangdong"))
        .body("places[0].looks", equalTo(8))
        .body("places[0].devices", equalTo(8))
        .body("places[0].place.uncertaintyMetres", equalTo(300_000.0f))
        .body("places[1].place.name", equalTo("Beijing"))
        .body("journeys", hasSize(1))
        .body("journeys[0].from.city", equalTo("440300"))
        .body("journeys[0].to.province", equalTo("110000"))
        .body("journeys[0].impossible", equalTo(true))
        .body("timeline.items", hasSize(9))
        .body("timeline.items[0].outcome", equalTo("suspect"))
        .body("timeline.items[0].place.name", equalTo("Beijing"))
        .body("timeline.items[8].outcome", equalTo("genuine-first"))
        .body("timeline.items.fired.flatten().count { it == 'many-strangers' }", equalTo(1))
        .body("timeline.items.session", contains(9, 8, 7, 6, 5, 4, 3, 2, 1))
        .body("timeline.items.visitor", everyItem(equalTo("PERSON")))
        .body("timeline.next", nullValue())
        .body("rulings", empty());
  }

  @Test
  void aGivenPositionIsRoundedForTheOperator() {
    String link = brand.link(batch, "inner", 5);
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "scanId",
                UUID.randomUUID(),
                "code",
                link,
                "position",
                Map.of(
                    "latitude",
                    31.2304,
                    "longitude",
                    121.4737,
                    "accuracyMetres",
                    20,
                    "consent",
                    true)))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);

    evidence(batch, 5)
        .body("places[0].place.source", equalTo("POSITION"))
        .body("places[0].place.latitude", equalTo(31.23f))
        .body("places[0].place.longitude", equalTo(121.47f))
        .body("places[0].place.uncertaintyMetres", greaterThanOrEqualTo(800.0f));
  }

  @Test
  void anItemOfAnEarlierSystemIsNamedByItsOwnCode() {
    int old =
        new Imports(brand)
            .run("code\nOLD-1\nOLD-2\n", Map.of("gtin", gtin, "lot", "OLD1"))
            .getInt("batches[0].number");

    evidence(old, 1).body("item.code", equalTo("OLD-2"));
    brand
        .operator()
        .request()
        .queryParam("code", "OLD-2")
        .get("/api/v1/items")
        .then()
        .statusCode(200)
        .body("batchNumber", equalTo(old))
        .body("itemNumber", equalTo(1));
  }

  @Test
  void olderScansAreReadFromWhereTheTimeLineEnds() {
    String link = brand.link(batch, "inner", 6);
    Strangers.makeSuspect(link);
    String third = evidence(batch, 6).extract().path("timeline.items[2].at").toString();
    long millis = Instant.parse(third).toEpochMilli();

    brand
        .operator()
        .request()
        .get(path(batch, 6) + "/scans?before=" + millis + "-0-0")
        .then()
        .statusCode(200)
        .body("items", hasSize(5))
        .body("items.outcome", hasItems("genuine-first", "genuine-repeat"));
    brand
        .operator()
        .request()
        .get(path(batch, 6) + "/scans?before=never")
        .then()
        .statusCode(400)
        .body("errors.field", contains("before"));
  }

  @Test
  void whatWasNeverIssuedHasNoEvidence() {
    for (String path :
        new String[] {path(batch, 10), path(batch, -1), path(batch + 7, 0), path(0, 0)}) {
      brand.operator().request().get(path).then().statusCode(404);
    }
    TestBrand.Staffed stranger = brands.create("Stranger");
    stranger.operator().request().get(path(batch, 0)).then().statusCode(404);
  }

  private ValidatableResponse evidence(int number, int item) {
    return brand
        .operator()
        .request()
        .header("Accept-Language", "en")
        .get(path(number, item))
        .then()
        .statusCode(200);
  }

  private static String path(int number, int item) {
    return "/api/v1/batches/" + number + "/items/" + item + "/evidence";
  }
}
