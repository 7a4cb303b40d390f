package io.zhenma.complaint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.TestBrand.Staffed;
import io.zhenma.access.AtOnce;
import io.zhenma.access.Complaining;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a consumer tells, and what becomes of it. */
@QuarkusTest
@Tag("database")
class ComplaintTest {
  @Inject TestBrand brands;
  @Inject ComplaintRetention retention;
  @Inject AgroalDataSource database;

  @Test
  void aComplaintReachesTheBrandWithPhotoAndContact() {
    Shop shop = new Shop(brands.create("Tea House"));
    String reference = shop.scan(0).tell();

    shop.get("/api/v1/complaints")
        .then()
        .body("items", hasSize(1))
        .body("items[0].reference", equalTo(reference))
        .body("items[0].hasContact", equalTo(true))
        .body("items[0].contact", nullValue())
        .body("items[0].state", equalTo("NEW"));
    shop.get("/api/v1/complaints/" + reference)
        .then()
        .statusCode(200)
        .body("contact", equalTo("somebody@example.com"))
        .body("boughtAt", equalTo("A market"))
        .body("outcome", equalTo("genuine-first"))
        .body("item", equalTo(0));
    Response photo = shop.get("/api/v1/complaints/" + reference + "/photo");
    assertThat(photo.contentType()).isEqualTo("image/jpeg");
    assertThat(photo.asByteArray()).startsWith(0xff, 0xd8);
  }

  @Test
  void whatLeadsToAPersonIsSealed() throws Exception {
    Shop shop = new Shop(brands.create("Sealed House"));
    shop.scan(0).tell();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT c.contact, p.sealed FROM complaint c JOIN complaint_photo p ON p.brand_id ="
                    + " c.brand_id AND p.reference = c.reference WHERE c.brand_id = "
                    + shop.brand.brand().id())) {
      assertThat(row.next()).isTrue();
      assertThat(text(row.getBytes(1))).doesNotContain("somebody");
      assertThat(text(row.getBytes(2))).doesNotContain("JFIF");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aContactIsKeptWithConsentAlone() {
    Complaining consumer = new Shop(brands.create("Consent House")).scan(0);
    assertThat(
            consumer
                .form()
                .multiPart("contact", "me@example.com")
                .multiPart("message", "odd cap")
                .post("/complaint")
                .then()
                .statusCode(400)
                .extract()
                .asString())
        .contains("only if you agree", "value=\"me@example.com\"", ">odd cap</textarea>");
  }

  @Test
  void anEmptyComplaintAsksForSomething() {
    Complaining consumer = new Shop(brands.create("Empty House")).scan(0);
    assertThat(consumer.form().post("/complaint").then().statusCode(400).extract().asString())
        .contains("Please add a photo");
  }

  @Test
  void aFileThatIsNoPhotoIsNamed() {
    Complaining consumer = new Shop(brands.create("File House")).scan(0);
    byte[] script = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
    assertThat(
            consumer
                .form()
                .multiPart("photo", "p.jpg", script, "image/jpeg")
                .post("/complaint")
                .then()
                .statusCode(400)
                .extract()
                .asString())
        .contains("JPEG or PNG file");
    byte[] large = new byte[9 << 20];
    consumer
        .form()
        .multiPart("photo", "p.jpg", large, "image/jpeg")
        .post("/complaint")
        .then()
        .statusCode(413);
  }

  @Test
  void onlyTheDeviceThatScannedCanTell() {
    Shop shop = new Shop(brands.create("Device House"));
    Complaining consumer = shop.scan(0);
    Complaining stranger = new Complaining(consumer.link(), consumer.scan(), shop.scan(1).cookie());
    Complaining forged = new Complaining(consumer.link(), consumer.scan(), "x".repeat(43));
    Complaining unscanned =
        new Complaining(consumer.link(), UUID.randomUUID().toString(), consumer.cookie());
    for (Complaining nobody : new Complaining[] {stranger, forged, unscanned}) {
      nobody.form().multiPart("message", "x").post("/complaint").then().statusCode(404);
    }
    shop.get("/api/v1/complaints").then().body("total", equalTo(0));
  }

  @Test
  void aScanHasOneComplaintAndADeviceFewADay() {
    Shop shop = new Shop(brands.create("Patient House"));
    Complaining consumer = shop.scan(0);
    String reference = consumer.tell();
    assertThat(consumer.tell()).isEqualTo(reference);
    consumer.alsoScan(shop.link(1)).tell();
    consumer.alsoScan(shop.link(2)).tell();
    assertThat(
            consumer
                .alsoScan(shop.link(3))
                .form()
                .multiPart("message", "again")
                .post("/complaint")
                .then()
                .statusCode(429)
                .extract()
                .asString())
        .contains("last report for today", ">again</textarea>");
    shop.get("/api/v1/complaints").then().body("total", equalTo(3));
  }

  @Test
  void anUnknownCodeOfAKnownProductCanBeReported() {
    Shop shop = new Shop(brands.create("Unknown House"));
    String forged = shop.link(0).replaceFirst(".{19}$", "0000000000000000000");
    String reference = shop.scan(0).alsoScan(forged).tell();
    shop.get("/api/v1/complaints/" + reference)
        .then()
        .body("outcome", equalTo("unknown"))
        .body("batch", nullValue());
  }

  @Test
  void anUnknownCodeIsReportedByWhoScannedItAlone() {
    Shop shop = new Shop(brands.create("Ticket House"));
    String forged = shop.link(0).replaceFirst(".{19}$", "0000000000000000000");
    Complaining consumer = shop.scan(0);
    Complaining scanned = consumer.alsoScan(forged);
    String other = forged.replaceFirst(".$", "1");
    for (Complaining nobody :
        new Complaining[] {
          new Complaining(forged, UUID.randomUUID().toString(), consumer.cookie()),
          new Complaining(forged, scanned.scan(), shop.scan(1).cookie()),
          new Complaining(other, scanned.scan(), consumer.cookie()),
          new Complaining(shop.link(0), scanned.scan(), consumer.cookie()),
          new Complaining(forged, "", consumer.cookie())
        }) {
      nobody.form().multiPart("message", "x").post("/complaint").then().statusCode(404);
    }
    assertThat(scanned.tell()).isEqualTo(scanned.tell());
    shop.get("/api/v1/complaints").then().body("total", equalTo(1));
  }

  @Test
  void aLongCodeOfAnEarlierSystemIsKept() {
    Shop shop = new Shop(brands.create("Earlier House"));
    String old = "/c/" + shop.brand.brand().slug() + "/" + "%E7%A0%81".repeat(70);
    String reference = shop.scan(0).alsoScan(old).tell();
    shop.get("/api/v1/complaints/" + reference).then().body("code", equalTo(old));
  }

  @Test
  void aDeviceHasItsShareHoweverManyItSendsAtOnce() {
    Shop shop = new Shop(brands.create("Hasty House"));
    Complaining consumer = shop.scan(0);
    List<Complaining> scans = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      scans.add(consumer.alsoScan(shop.link(i)));
    }
    List<Integer> answers =
        AtOnce.run(
            scans.stream()
                .<Callable<Integer>>map(
                    scan ->
                        () -> scan.form().multiPart("message", "m").post("/complaint").statusCode())
                .toList());
    assertThat(answers).containsOnly(200, 429);
    shop.get("/api/v1/complaints").then().body("total", equalTo(3));
  }

  @Test
  void whoHasHadTheirShareIsToldBeforeThePhotoIsRead() {
    Shop shop = new Shop(brands.create("Share House"));
    Complaining consumer = shop.scan(0);
    String reference = consumer.tell();
    consumer.alsoScan(shop.link(1)).tell();
    consumer.alsoScan(shop.link(2)).tell();
    byte[] noPhoto = {1, 2, 3};
    consumer
        .alsoScan(shop.link(3))
        .form()
        .multiPart("photo", "p.jpg", noPhoto, "image/jpeg")
        .post("/complaint")
        .then()
        .statusCode(429);
    assertThat(
            Complaining.reference(
                consumer
                    .form()
                    .multiPart("photo", "p.jpg", noPhoto, "image/jpeg")
                    .post("/complaint")))
        .isEqualTo(reference);
  }

  @Test
  void unknownCodesHaveASmallBudgetOfTheirOwn() {
    Shop shop = new Shop(brands.create("Budget House"));
    String forged = shop.link(0).replaceFirst(".{19}$", "0000000000000000000");
    String address = "61.135." + (int) (Math.random() * 200) + ".9";
    int taken = 0;
    Complaining consumer = shop.scan(0);
    for (int i = 0; i < 21; i++) {
      if (i % 3 == 0) {
        consumer = shop.scan(i % 8);
      }
      int status =
          consumer
              .alsoScan(forged.replaceFirst("..$", "Z" + i % 10))
              .form()
              .header("X-Forwarded-For", address)
              .multiPart("message", "m")
              .post("/complaint")
              .statusCode();
      taken += status == 200 ? 1 : 0;
    }
    assertThat(taken).isEqualTo(20);
    assertThat(
            shop.scan(9)
                .form()
                .header("X-Forwarded-For", address)
                .multiPart("message", "a genuine one")
                .post("/complaint")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void manyAreClosedOrErasedAtOnce() {
    Shop shop = new Shop(brands.create("Many House"));
    List<String> references = List.of(shop.scan(0).tell(), shop.scan(1).tell());
    Map<String, Object> chosen = Map.of("references", references);
    Map<String, Object> wrong = Map.of("references", List.of(references.get(0), "0000-0000"));
    post(shop, "closures", wrong, 404);
    shop.get("/api/v1/complaints?state=NEW").then().body("total", equalTo(2));
    post(shop, "closures", chosen, 204);
    shop.get("/api/v1/complaints?state=CLOSED").then().body("total", equalTo(2));
    post(shop, "erasures", chosen, 204);
    shop.get("/api/v1/complaints").then().body("total", equalTo(0));
    post(shop, "erasures", Map.of("references", List.of()), 400);
  }

  private static void post(Shop shop, String what, Map<String, Object> body, int status) {
    shop.brand
        .operator()
        .request()
        .body(body)
        .post("/api/v1/complaints/" + what)
        .then()
        .statusCode(status);
  }

  @Test
  void theFormNamesTheBrandAndEscapesWhatWasTyped() {
    Complaining consumer = new Shop(brands.create("<b>House</b>")).scan(0);
    String form =
        given()
            .cookie("zhenma_device", consumer.cookie())
            .header("Accept-Language", "en")
            .queryParam("code", consumer.link())
            .queryParam("scan", consumer.scan())
            .get("/complaint")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(form).contains("Tell &lt;b&gt;House&lt;/b&gt;", "enctype=\"multipart/form-data\"");
    String again =
        consumer
            .form()
            .multiPart("boughtAt", "\"><script>")
            .multiPart("contact", "x")
            .post("/complaint")
            .asString();
    assertThat(again).contains("value=\"&quot;&gt;&lt;script&gt;\"");
  }

  @Test
  void theVerdictLeadsToTheForm() {
    Shop shop = new Shop(brands.create("Way House"));
    Response verdict =
        given()
            .contentType("application/x-www-form-urlencoded")
            .header("Accept-Language", "en")
            .formParam("fragment", "1")
            .formParam("touched", "1")
            .post(shop.link(0).substring(shop.link(0).indexOf("/01/")));
    String way = verdict.asString().replaceAll("(?s).*href=\"(/complaint[^\"]*)\".*", "$1");
    given()
        .urlEncodingEnabled(false)
        .cookie("zhenma_device", verdict.cookie("zhenma_device"))
        .get(way.replace("&amp;", "&"))
        .then()
        .statusCode(200);
  }

  @Test
  void theBrandsPeopleWorkOnItAndEraseIt() {
    Shop shop = new Shop(brands.create("Working House"));
    String path = "/api/v1/complaints/" + shop.scan(0).tell().toLowerCase(Locale.ROOT);
    shop.brand
        .operator()
        .request()
        .body(Map.of("state", "CLOSED", "note", "A copy.\r\nShop told."))
        .put(path)
        .then()
        .statusCode(200)
        .body("note", equalTo("A copy.\nShop told."));
    shop.get("/api/v1/complaints?state=NEW").then().body("total", equalTo(0));
    shop.get("/api/v1/complaints?state=CLOSED").then().body("total", equalTo(1));
    shop.brand.operator().request().delete(path).then().statusCode(204);
    shop.get(path).then().statusCode(404);
    shop.get(path + "/photo").then().statusCode(404);
  }

  @Test
  void oldOnesGoByThemselves() {
    Shop shop = new Shop(brands.create("Old House"));
    String reference = shop.scan(0).tell();
    retention.deleteBefore(Instant.now().minus(Duration.ofDays(1)));
    shop.get("/api/v1/complaints").then().body("items[0].reference", equalTo(reference));
    retention.deleteBefore(Instant.now().plus(Duration.ofDays(1)));
    shop.get("/api/v1/complaints").then().body("total", equalTo(0));
  }

  @Test
  void oneThatNobodyCanReadKeepsNoOther() throws Exception {
    Shop shop = new Shop(brands.create("Mislaid House"));
    String unreadable = shop.scan(0).tell();
    shop.scan(1).tell();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE complaint SET state = 'MISLAID' WHERE reference = '"
                      + unreadable.replace("-", "")
                      + "'"))
          .isEqualTo(1);

      retention.deleteBefore(Instant.now().plus(Duration.ofDays(1)));

      try (ResultSet left =
          statement.executeQuery(
              "SELECT COUNT(*) FROM complaint WHERE brand_id = " + shop.brand.brand().id())) {
        assertThat(left.next()).isTrue();
        assertThat(left.getInt(1)).isZero();
      }
    }
  }

  /** A brand with items on sale. */
  private record Shop(Staffed brand, int batch) {
    Shop(Staffed brand) {
      this(brand, brand.activeBatch(brand.product("Tea", 100, 700), 10));
    }

    String link(int item) {
      return brand.link(batch, "INNER", item);
    }

    Complaining scan(int item) {
      return Complaining.scan(link(item));
    }

    Response get(String path) {
      return brand.operator().request().get(path);
    }
  }
}
