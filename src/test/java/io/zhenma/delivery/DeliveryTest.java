package io.zhenma.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.crypto.Sha256;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries as an operator orders and downloads them; files have 1,000 items in tests. */
@QuarkusTest
@Tag("database")
class DeliveryTest {
  @Inject TestBrand brands;
  @Inject EntityManager entities;
  private DeliveryScene scene;

  @BeforeEach
  void prepare() {
    scene = DeliveryScene.of(brands);
  }

  @Test
  void aDeliveryInPartsHoldsWhatTheQuickDownloadHolds() throws Exception {
    int batch = scene.batch(3_500);
    int id = scene.ready(batch, Map.of("format", "CSV", "kind", "inner", "first", 10));

    scene
        .get(id)
        .then()
        .body("percent", equalTo(100))
        .body("codes", equalTo(3_490))
        .body("filesTotal", equalTo(4))
        .body("files.number", equalTo(List.of(1, 2, 3, 4)))
        .body("files[3].name", equalTo("batch-" + batch + "-items-3010-3499.csv"))
        .body("files[3].count", equalTo(490));
    StringBuilder rows = new StringBuilder("item,kind,serial,link\r\n");
    for (int number = 1; number <= 4; number++) {
      String file = scene.file(id, number).then().statusCode(200).extract().asString();
      assertThat(file).startsWith("item,kind,serial,link\r\n");
      rows.append(file, file.indexOf('\n') + 1, file.length());
    }
    String quick =
        scene
            .brand()
            .operator()
            .request()
            .get("/api/v1/batches/" + batch + "/codes.csv?kind=inner&first=10")
            .asString();
    assertThat(rows.toString()).isEqualTo(quick);
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void everyFormatIsTheSameEachTimeItIsMade(FileFormat format) throws Exception {
    int batch = scene.batch(50);
    Map<String, Object> wanted = Map.of("format", format.name(), "kind", "both");

    int once = scene.ready(batch, wanted);
    int again = scene.ready(batch, wanted);

    assertThat(scene.sha256(again)).isEqualTo(scene.sha256(once));
    Response file = scene.file(once, 1);
    file.then().contentType(containsString(format.mediaType().split(";")[0]));
    assertThat(Sha256.of(file.asByteArray())).isEqualTo(scene.get(once).path("files[0].sha256"));
    assertThat(file.header("Content-Length")).isEqualTo(file.asByteArray().length + "");
  }

  @Test
  void aCancelledAndResumedDeliveryIsTheSameBitForBit() throws Exception {
    int batch = scene.batch(200_000);
    Map<String, Object> wanted = Map.of("format", "CSV");
    int id = scene.order(batch, wanted);
    awaitFiles(id, 3);

    scene.post(id, "cancellation").then().statusCode(200).body("state", equalTo("CANCELLED"));
    int made = scene.fileCount(id);
    assertThat(made).isLessThan(200);
    List<String> before = scene.get(id).path("files.sha256");
    scene
        .post(id, "resumption")
        .then()
        .statusCode(202)
        .header("Location", containsString("/api/v1/deliveries/" + id));
    scene.ended(id, "READY");

    int straight = scene.ready(batch, wanted);
    assertThat(scene.sha256(id)).isEqualTo(scene.sha256(straight));
    List<String> after = scene.get(id).path("files.sha256");
    assertThat(after).hasSize(200).containsAll(before);
    assertThat(scene.plainSha256(id)).isEqualTo(scene.plainSha256(straight)).hasSize(200);
  }

  @Test
  void progressIsToldWhileItIsMade() throws Exception {
    int id = scene.order(scene.batch(2_000_000), Map.of("format", "CSV", "kind", "both"));
    Response seen = scene.get(id);
    for (int i = 0; i < 400 && seen.<Integer>path("codesPerSecond") == 0; i++) {
      Thread.sleep(50);
      seen = scene.get(id);
    }

    seen.then()
        .body("state", equalTo("RUNNING"))
        .body("percent", lessThan(100))
        .body("codesDone", greaterThan(0))
        .body("codesPerSecond", greaterThan(0))
        .body("secondsLeft", greaterThan(0));
    scene.post(id, "cancellation").then().statusCode(200).body("codesPerSecond", equalTo(0));
  }

  @Test
  void theDatabaseHoldsARowAFileAndNoneACode() throws Exception {
    int small = scene.ready(scene.batch(1), Map.of("format", "CSV"));
    int large = scene.ready(scene.batch(5_000), Map.of("format", "CSV"));

    assertThat(rows("delivery_file", "delivery_id", small)).isEqualTo(1);
    assertThat(rows("delivery_file", "delivery_id", large)).isEqualTo(5);
    assertThat(rows("delivery", "id", large)).isEqualTo(1);
  }

  @Test
  void aListShowsTheNewestFirstAndOneBatchAlone() throws Exception {
    int one = scene.batch(5);
    int other = scene.batch(5);
    int first = scene.ready(one, Map.of("format", "CSV"));
    int second = scene.ready(other, Map.of("format", "CSV"));
    int third = scene.ready(one, Map.of("format", "CSV", "count", 2));

    var operator = scene.brand().operator();
    operator
        .request()
        .get("/api/v1/deliveries")
        .then()
        .body("items.id", equalTo(List.of(third, second, first)))
        .body("items[0].createdBy", equalTo("BRAND_OPERATOR"));
    operator
        .request()
        .get("/api/v1/deliveries?batch=" + one)
        .then()
        .body("items.id", equalTo(List.of(third, first)))
        .body("total", equalTo(2));
  }

  @Test
  void aManifestTellsWhatThereIsAndNoCode() throws Exception {
    int batch = scene.batch(1_200);
    int id = scene.ready(batch, Map.of("format", "CSV", "kind", "both"));
    Response manifest =
        scene.brand().operator().request().get("/api/v1/deliveries/" + id + "/manifest.json");

    manifest
        .then()
        .statusCode(200)
        .body("manifest", equalTo(Manifest.FORMAT))
        .body("brand", equalTo(scene.brand().brand().slug()))
        .body("batch", equalTo(batch))
        .body("kinds", equalTo(List.of("outer", "inner")))
        .body("firstItem", equalTo(0))
        .body("lastItem", equalTo(1_199))
        .body("codes", equalTo(2_400))
        .body("keyId", equalTo(1))
        .body("files", hasSize(2))
        .body("files[1].codes", equalTo(400))
        .body("files[0].sha256", equalTo(scene.get(id).path("files[0].sha256")));
    String serial = scene.file(id, 1).asString().split(",", -1)[5];
    assertThat(serial).hasSize(20);
    assertThat(manifest.asString()).doesNotContain(serial);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9,0,10",
    "bytes=100-,100,-1",
    "bytes=-7,-7,7",
    "bytes=5-99999999999,5,-1",
  })
  void aDownloadThatBrokeOffGoesOn(String range, int from, int length) throws Exception {
    int id = scene.ready(scene.batch(20), Map.of("format", "CSV"));
    byte[] whole = scene.file(id, 1).asByteArray();
    int first = from < 0 ? whole.length + from : from;
    int end = length < 0 ? whole.length : first + length;

    scene.file(id, 1).then().header("Accept-Ranges", "bytes");
    Response part = ranged(id, range);

    part.then()
        .statusCode(206)
        .header("Content-Range", "bytes %d-%d/%d".formatted(first, end - 1, whole.length));
    assertThat(part.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(whole, first, end));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=9999999-,416",
    "bytes=-0,416",
    "bytes=9-3,200",
    "lines=1-2,200",
    "bytes=x,200"
  })
  void aRangeThatIsNoneIsRefusedOrOverlooked(String range, int status) throws Exception {
    int id = scene.ready(scene.batch(20), Map.of("format", "CSV"));

    ranged(id, range).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"format\":\"CSV\",\"first\":20}',first",
    "'{\"format\":\"CSV\",\"first\":-1}',first",
    "'{\"format\":\"CSV\",\"first\":5,\"count\":16}',count",
    "'{\"format\":\"CSV\",\"count\":0}',count",
    "'{\"format\":\"CSV\",\"count\":1073741825}',count",
    "'{\"format\":\"CSV\",\"kind\":\"cap\"}',kind",
    "'{\"format\":\"DOC\"}',format",
    "'{}',format",
    "'{\"format\":\"PDF\",\"template\":\"999999\"}',template",
    "'{\"format\":\"CSV\",\"printingHouseId\":999999}',printingHouseId",
    "'{\"format\":\"CSV\",\"count\":\"5\"}',count",
  })
  void anOrderThatCannotBeIsRefusedAtItsField(String order, String field) {
    int batch = scene.batch(20);

    scene
        .brand()
        .operator()
        .request()
        .body(order)
        .post("/api/v1/batches/" + batch + "/deliveries")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems(field));
    scene.brand().operator().request().get("/api/v1/deliveries").then().body("total", equalTo(0));
  }

  @Test
  void noCodeOfADraftLeaves() {
    var operator = scene.brand().operator();
    int draft =
        operator
            .request()
            .body(
                Map.of(
                    "gtin", scene.brand().product("Tea", 1_000, 365),
                    "quantity", 5,
                    "lot", "L1",
                    "producedOn", "2026-01-02",
                    "state", "CREATED"))
            .post("/api/v1/batches")
            .then()
            .statusCode(201)
            .extract()
            .path("number");

    scene
        .tryToOrder(draft, Map.of("format", "CSV"))
        .then()
        .statusCode(409)
        .body("errors[0].field", equalTo("state"));
  }

  @Test
  void noCodeOfARevokedKeyLeaves() {
    int batch = scene.batch(5);
    scene
        .brand()
        .operator()
        .request()
        .body(Map.of("reason", "leaked"))
        .post("/api/v1/keys/1/revocation")
        .then()
        .statusCode(200);

    scene
        .tryToOrder(batch, Map.of("format", "CSV"))
        .then()
        .statusCode(409)
        .body("errors[0].field", equalTo("keyId"));
  }

  @Test
  void anOrderOfMoreThanTheMostFilesIsRefused() {
    int batch = scene.batch(3_000_000);

    scene
        .tryToOrder(batch, Map.of("format", "CSV"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("count"))
        .body("errors[0].message", containsString("2,000,000"));
  }

  @Test
  void whatIsReadyCannotBeCancelledOrResumed() throws Exception {
    int id = scene.ready(scene.batch(5), Map.of("format", "CSV"));

    scene.post(id, "cancellation").then().statusCode(409).body("errors[0].field", equalTo("state"));
    scene.post(id, "resumption").then().statusCode(409);
    assertThat(scene.state(id)).isEqualTo("READY");
  }

  @Test
  void whatIsNotReadyHasNoManifestAndWhatIsNotThereNoFile() throws Exception {
    int id = scene.order(scene.batch(400_000), Map.of("format", "CSV"));
    scene.post(id, "cancellation").then().statusCode(200);

    var operator = scene.brand().operator();
    operator.request().get("/api/v1/deliveries/" + id + "/manifest.json").then().statusCode(409);
    operator.request().get("/api/v1/deliveries/" + id + "/manifest.p7m").then().statusCode(409);
    scene.file(id, 399).then().statusCode(404);
    scene.file(id, 0).then().statusCode(404);
    scene.file(id, -1).then().statusCode(404);
  }

  @Test
  void whoDidWhatIsWrittenDown() throws Exception {
    int id = scene.order(scene.batch(200_000), Map.of("format", "CSV"));
    awaitFiles(id, 1);
    scene.post(id, "cancellation").then().statusCode(200);
    scene.file(id, 1).then().statusCode(200);
    scene.post(id, "resumption").then().statusCode(202);
    scene.post(id, "cancellation").then().statusCode(200);

    assertThat(actions(id))
        .containsExactly(
            "delivery-created",
            "delivery-cancelled",
            "delivery-downloaded",
            "delivery-resumed",
            "delivery-cancelled");
  }

  private Response ranged(int id, String range) {
    return scene
        .brand()
        .operator()
        .request()
        .header("Range", range)
        .get("/api/v1/deliveries/" + id + "/files/1");
  }

  private void awaitFiles(int id, int least) throws InterruptedException {
    for (int i = 0; i < 600 && scene.fileCount(id) < least; i++) {
      Thread.sleep(20);
    }
    assertThat(scene.fileCount(id)).isGreaterThanOrEqualTo(least);
  }

  @Transactional
  long rows(String table, String column, int id) {
    return ((Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM %s WHERE brand_id = ?1 AND %s = ?2"
                        .formatted(table, column))
                .setParameter(1, scene.brand().brand().id())
                .setParameter(2, id)
                .getSingleResult())
        .longValue();
  }

  @Transactional
  @SuppressWarnings("unchecked")
  List<String> actions(int id) {
    return entities
        .createNativeQuery(
            "SELECT action FROM audit_entry WHERE brand_id = ?1 AND subject = ?2 ORDER BY id",
            String.class)
        .setParameter(1, scene.brand().brand().id())
        .setParameter(2, "delivery:" + id)
        .getResultList();
  }
}
