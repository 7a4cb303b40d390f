package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A typed code leads where its label would have led. */
@QuarkusTest
class HandEntryTest {
  private static final String SERIAL = "A7K2M9QX4T0BNPR5WZ3D";

  @ParameterizedTest
  @CsvSource({
    "a7k2m-9qx4t-obnpr-5wz3d,6901234567892,/01/06901234567892/21/A7K2M9QX4T0BNPR5WZ3D",
    "A7K2M 9QX4T 0BNPR 5WZ3D,690 1234 567892,/01/06901234567892/21/A7K2M9QX4T0BNPR5WZ3D",
    "HTTPS://X.EXAMPLE/01/06901234567892/21/A7K2M9QX4T0BNPR5WZ3D?17=291130,,"
        + "/01/06901234567892/21/A7K2M9QX4T0BNPR5WZ3D?17=291130",
    "https://x.example/c/acme/AB-1,,/c/acme/AB-1"
  })
  void whatIsTypedLeadsToItsPageOnThisSite(String code, @Nullable String gtin, String path) {
    Response answer = check(code, gtin);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith(path).doesNotContainIgnoringCase("x.example");
  }

  @Test
  void aBrandsEarlierCodeIsTypedAsItIs() {
    Response answer = check(Map.of("brand", "acme", "code", "a b/ü"));
    assertThat(answer.header("Location")).endsWith("/c/acme/a%20b%2F%C3%BC");
  }

  @ParameterizedTest
  @CsvSource({
    "A7K2M,6901234567892,has 20 characters",
    "U7K2M9QX4T0BNPR5WZ3D,6901234567892,never on our labels",
    "A7K2M9QX4T0BNPR5WZ3D,6901234567890,does not fit the others",
    "A7K2M9QX4T0BNPR5WZ3D,12345,'8, 12, 13 or 14 digits'",
    "https://evil.example/login,,does not lead to a code",
    "//evil.example/01/x/21/y,,does not lead to a code"
  })
  void whatIsWrongIsToldWhereItIs(String code, @Nullable String gtin, String words) {
    Response answer = check(code, gtin);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asString()).contains(words, "aria-invalid=\"true\"", "value=\"" + code);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void whatWasTypedIsShownAsText() {
    Response answer = check(Map.of("code", "\"><script>alert(1)</script>", "gtin", "<b>"));
    assertThat(answer.asString()).doesNotContain("<script>alert", "value=\"<b>");
  }

  @Test
  void thePageStartsWithWhatIsKnown() {
    Response page = check(Map.of("gtin", "06901234567892"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("value=\"06901234567892\"");
    assertThat(page.header("Content-Security-Policy"))
        .contains("worker-src blob:", "script-src 'self' 'sha256-")
        .doesNotContain("unsafe");
    assertThat(check(Map.of("brand", "acme")).asString())
        .contains("type=\"hidden\" name=\"brand\" value=\"acme\"");
    assertThat(check(Map.of("brand", "\"><x>")).asString()).doesNotContain("<x>");
  }

  @Test
  void theCamerasFilesAreThereAndNoOthers() {
    given()
        .get("/check/qr-scanner-1.4.2/qr-scanner-worker.min.js")
        .then()
        .statusCode(200)
        .contentType("text/javascript;charset=UTF-8");
    given().get("/check/qr-scanner-1.4.2/LICENSE-qr-scanner").then().statusCode(404);
  }

  @Test
  void anUnknownCodeOffersToTypeIt() {
    String page =
        given()
            .contentType("application/x-www-form-urlencoded")
            .header("Accept-Language", "en")
            .post("/01/06901234567892/21/" + SERIAL)
            .asString();
    assertThat(page).contains("href=\"/check?gtin=06901234567892\"");
  }

  private static Response check(String code, @Nullable String gtin) {
    return check(gtin == null ? Map.of("code", code) : Map.of("code", code, "gtin", gtin));
  }

  private static Response check(Map<String, String> parameters) {
    return given()
        .redirects()
        .follow(false)
        .header("Accept-Language", "en")
        .queryParams(parameters)
        .get("/check");
  }
}
