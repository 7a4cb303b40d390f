package io.zhenma.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.SamplePictures;
import io.zhenma.TestBrand;
import io.zhenma.TestBrand.Staffed;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a brand sets its looks, and what of it consumers are shown. */
@QuarkusTest
@Tag("database")
class AppearanceTest {
  @Inject TestBrand brands;

  @Test
  void aBrandsLooksAreOnTheNextVerdict() {
    Staffed brand = brands.create("Wuling Tea");
    String link = activeLink(brand);
    assertThat(verdict(link)).doesNotContain("class=\"house");
    set(brand, Map.of("colour", "#C8102E"));

    assertThat(verdict(link)).contains("class=\"house dark\"", "fill=\"#c8102e\"", ">Wuling Tea<");
  }

  @Test
  void aWarningIsNeverInTheBrandsColour() {
    Staffed brand = brands.create("Green Brand");
    set(
        brand,
        Map.of("colour", "#0b8052", "phone", "400-800-1234", "web", "https://tea.example/help"));
    putLogo(brand, SamplePictures.png(300, 100)).then().statusCode(200);
    String gtin = brand.product("Tea", 100, 700);
    int batch = brand.activeBatch(gtin, 5);
    String link = brand.link(batch, "INNER", 0);
    brand.move(batch, "RECALLED");

    assertThat(verdict(link))
        .contains("data-outcome=\"recalled\"", "class=\"house plain\"", "<img src=\"/p/")
        .contains("href=\"tel:4008001234\"", "href=\"https://tea.example/help\"")
        .doesNotContain("#0b8052");
  }

  @Test
  void aLogoIsMadeAnewAndKeptForGood() {
    Staffed brand = brands.create("Logo Brand");
    String url =
        putLogo(brand, SamplePictures.png(1_000, 300))
            .then()
            .statusCode(200)
            .extract()
            .path("logo.url");

    Response picture = given().get(url);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.contentType()).isEqualTo("image/png");
    assertThat(picture.header("Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(picture.asByteArray().length).isLessThanOrEqualTo(6_000);
    given().get(url.replaceAll("/p/[^/]+/", "/p/nobody/")).then().statusCode(404);
    given().get(url.replaceFirst("-[\\w-]{22}", "-" + "A".repeat(22))).then().statusCode(404);

    brand.operator().request().delete("/api/v1/appearance/logo").then().body("logo", nullValue());
  }

  @Test
  void aProductHasAPicture() {
    Staffed brand = brands.create("Picture Brand");
    String gtin = brand.product("Tea", 100, 700);
    String name =
        brand
            .operator()
            .request()
            .contentType("image/jpeg")
            .body(SamplePictures.jpeg(2_000, 1_500))
            .put("/api/v1/products/" + gtin + "/picture")
            .then()
            .statusCode(200)
            .extract()
            .path("picture");
    String link = brand.link(brand.activeBatch(gtin, 5), "INNER", 0);
    String url = "/p/" + brand.brand().slug() + "/" + name;

    assertThat(verdict(link)).contains("<img src=\"" + url + "\"", "loading=\"lazy\"");
    assertThat(given().get(url).asByteArray().length).isBetween(1_000, 9_000);
    brand
        .operator()
        .request()
        .delete("/api/v1/products/" + gtin + "/picture")
        .then()
        .body("picture", nullValue());
    assertThat(verdict(link)).doesNotContain(url);
  }

  @Test
  void whatIsNoPictureIsRefusedInWords() {
    Staffed brand = brands.create("Svg Brand");
    brand
        .operator()
        .request()
        .contentType("image/svg+xml")
        .body("<svg xmlns='http://www.w3.org/2000/svg'/>")
        .put("/api/v1/appearance/logo")
        .then()
        .statusCode(415);
    putLogo(
            brand,
            "<svg xmlns='http://www.w3.org/2000/svg'/>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("picture"))
        .body("errors[0].message", equalTo("A picture is a PNG or JPEG file."));
  }

  @ParameterizedTest
  @CsvSource({
    "colour,red",
    "phone,javascript:1",
    "phone,+",
    "web,http://tea.example",
    "web,javascript:alert(1)",
    "web,https://user@tea.example",
    "web,https://",
    "email,nobody",
    "email,a@b\"c.example"
  })
  void whatCannotBeShownIsRefusedAtItsField(String field, String value) {
    Staffed brand = brands.create("Bad Brand");
    brand
        .operator()
        .request()
        .body(Map.of(field, value))
        .put("/api/v1/appearance")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void theServerSaysHowTextLooksOnAColour() {
    Staffed brand = brands.create("Colour Brand");
    brand
        .operator()
        .request()
        .queryParam("value", "#FFD500")
        .get("/api/v1/appearance/colour")
        .then()
        .statusCode(200)
        .body("value", equalTo("#ffd500"))
        .body("ink", equalTo("#000000"));
  }

  private static void set(Staffed brand, Map<String, String> looks) {
    brand.operator().request().body(looks).put("/api/v1/appearance").then().statusCode(200);
  }

  private static Response putLogo(Staffed brand, byte[] file) {
    return brand
        .operator()
        .request()
        .contentType("image/png")
        .body(file)
        .put("/api/v1/appearance/logo");
  }

  private static String activeLink(Staffed brand) {
    return brand.link(brand.activeBatch(brand.product("Tea", 100, 700), 5), "INNER", 0);
  }

  private static String verdict(String link) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("fragment", "1")
        .formParam("touched", "1")
        .post(link.substring(link.indexOf("/01/")))
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
