package io.zhenma.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Codes;
import io.zhenma.issuing.Issuing;
import io.zhenma.issuing.NewBatch;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of whatever kind is kept as it is, and shown as text. */
@QuarkusTest
class StoredTextTest {
  @Inject Houses houses;
  @Inject Issuing issuing;
  @Inject Codes codes;

  private static @Nullable Scene shared;

  private Scene scene() {
    Scene scene = shared == null ? Scene.with(houses, 1) : shared;
    shared = scene;
    return scene;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><b>'&amp;",
        "{{7*7}} ${7*7} {name} #{x}",
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1-1@SUM(1)",
        "'; DROP TABLE product; --",
        "שלום عالم",
        "茶🍵👩‍👩‍👧𠜎",
        "%s %n {0} \\u0041"
      })
  void aProductsNameComesBackAsItWasAndIsTextInEveryPage(String name) {
    String gtin = House.freshGtin();
    scene()
        .operator()
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("gtin", gtin, "name", name, "category", name, "listPriceFen", 1))
        .post("/api/v1/products")
        .then()
        .statusCode(201);

    scene()
        .operator()
        .request()
        .get("/api/v1/products/" + gtin)
        .then()
        .body("name", equalTo(name))
        .body("category", equalTo(name));
    assertThat(pageOf(gtin)).contains(escaped(name)).doesNotContain("<script>alert", "<img");
  }

  private String pageOf(String gtin) {
    House house = scene().house();
    NewBatch wanted = new NewBatch(gtin, 1L, "X", LocalDate.of(2026, 1, 2));
    BatchView batch = issuing.createBatch(house.brand().id(), house.operator().id(), wanted);
    String serial = codes.code(batch, CodeKind.INNER, 0).link().path();
    return given()
        .contentType(ContentType.URLENC)
        .formParam("scan", UUID.randomUUID())
        .post(serial)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
