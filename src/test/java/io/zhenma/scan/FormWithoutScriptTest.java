package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.Browser;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser without script sends its form, and sends it again. */
@QuarkusTest
@Tag("database")
class FormWithoutScriptTest {
  @Inject TestBrand brands;

  @TestHTTPResource("/")
  URI server;

  private TestBrand.Staffed brand;
  private int batch;
  private int item;
  private String path;

  @BeforeEach
  void anItem() {
    brand = brands.create("Form");
    batch = brand.activeBatch(brand.product("Tea", 100, 730), 10);
    path = path(item);
  }

  private String path(int number) {
    return DigitalLink.parse(brand.link(batch, "inner", number)).path();
  }

  private static Response press(String path, Map<String, String> cookies) {
    return given()
        .contentType(ContentType.URLENC)
        .cookies(cookies)
        .header("Accept-Language", "en")
        .header("User-Agent", PhoneAgent.WECHAT)
        .header("X-Forwarded-For", "113.88.12.34")
        .post(path);
  }

  @Test
  void sentAgainWithTheCookiesItJustGotItIsTheSameLook() {
    Response first = press(path, Map.of());
    assertThat(first.asString()).contains("data-outcome=\"genuine-first\"");
    assertThat(first.headers().getValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("zhenma_look=") && cookie.contains("HttpOnly"));

    for (int again = 0; again < 3; again++) {
      Response answer = press(path, first.cookies());
      assertThat(answer.asString()).contains("data-outcome=\"genuine-first\"");
      assertThat(answer.cookies())
          .as("the half hour is not begun anew")
          .doesNotContainKey("zhenma_look");
    }
    brand
        .operator()
        .request()
        .queryParam("code", path)
        .get("/api/v1/items")
        .then()
        .statusCode(200)
        .body("scans", org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void somebodyElseIsToldThatItWasChecked() {
    press(path, Map.of());

    assertThat(
            given()
                .contentType(ContentType.URLENC)
                .header("Accept-Language", "en")
                .header("User-Agent", PhoneAgent.WECHAT)
                .header("X-Forwarded-For", "113.88.77.34")
                .post(path)
                .asString())
        .contains("data-outcome=\"genuine-repeat\"");
  }

  @Test
  void theCookieOfOneItemSaysNothingOfAnotherAndInventedOnesNothingAtAll() {
    Map<String, String> cookies = press(path, Map.of()).cookies();
    assertThat(press(path(1), cookies).asString()).contains("data-outcome=\"genuine-first\"");

    for (String invented : new String[] {"", ".", "x", "1.2", "..", "é." + path}) {
      assertThat(press(path(2), Map.of("zhenma_look", invented)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void inABrowserPressingTheButtonAgainShowsTheSameAnswer() {
    try (Browser browser = Browser.launch();
        BrowserContext context =
            browser.open(
                new NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setUserAgent(PhoneAgent.WECHAT)
                    .setLocale("en"))) {
      Page page = context.newPage();
      for (int times = 0; times < 2; times++) {
        page.navigate(server.resolve(path).toString());
        page.locator("main button:visible").click();
        page.waitForSelector("[data-outcome]");
        assertThat(page.locator("[data-outcome]").getAttribute("data-outcome"))
            .isEqualTo("genuine-first");
      }
      page.reload();
      assertThat(page.locator("[data-outcome]").getAttribute("data-outcome"))
          .as("the answer, sent again")
          .isEqualTo("genuine-first");
    }
  }
}
