package io.zhenma.scan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.Browser;
import io.zhenma.SamplePictures;
import io.zhenma.TestBrand;
import io.zhenma.TestBrand.Staffed;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How much a branded page loads, and how long it takes on a poor line. */
@QuarkusTest
class FirstLoadTest {
  private static final int BUDGET_BYTES = 30_000;
  private static final double PATIENCE_MS = 8_000;

  @TestHTTPResource("/")
  String site = "";

  @Inject TestBrand brands;

  @Test
  void everythingTogetherIsWithinThirtyKilobytesAndTheVerdictIsAboveTheFold() {
    String link = brandedLink();
    try (Browser browser = Browser.launch();
        BrowserContext context = phone(browser)) {
      Page page = context.newPage();
      CDPSession network = context.newCDPSession(page);
      AtomicLong bytes = new AtomicLong();
      network.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
      network.send("Network.enable");
      page.navigate(link);
      assertThat(page.locator(".verdict h1")).isVisible();
      page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
      assertThat(page.locator(".item img")).isVisible();
      page.waitForFunction("[...document.images].every(i => i.complete && i.naturalWidth > 0)");
      page.waitForTimeout(300);
      System.out.printf("first load of a branded page: %d bytes%n", bytes.get());
      assertThat(bytes.get()).isBetween(10_000L, (long) BUDGET_BYTES);
      page.evaluate("window.scrollTo(0, 0)");
      assertThat(page.locator(".lead").boundingBox().y + 40).isLessThan(640);
    }
  }

  @Test
  void onSlow3gTheVerdictComesInSeconds() {
    String link = brandedLink();
    try (Browser browser = Browser.launch();
        BrowserContext context = phone(browser)) {
      Page page = context.newPage();
      CDPSession network = context.newCDPSession(page);
      network.send("Network.enable");
      network.send("Network.emulateNetworkConditions", slow3g());
      double started = System.nanoTime() / 1e6;
      page.navigate(
          link,
          new Page.NavigateOptions()
              .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
      page.locator(".verdict h1").waitFor();
      double took = System.nanoTime() / 1e6 - started;
      System.out.printf("verdict on slow 3G: %.0f ms%n", took);
      assertThat(took).isBetween(800.0, PATIENCE_MS);
    }
  }

  private static JsonObject slow3g() {
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", 400);
    line.addProperty("downloadThroughput", 50_000);
    line.addProperty("uploadThroughput", 50_000);
    return line;
  }

  private static long length(JsonObject event) {
    return event.get("encodedDataLength").getAsLong();
  }

  private static BrowserContext phone(Browser browser) {
    return browser.open(
        new NewContextOptions()
            .setViewportSize(360, 640)
            .setIsMobile(true)
            .setHasTouch(true)
            .setLocale("zh-CN"));
  }

  /** With the largest pictures that are made, and everything that can be said. */
  private String brandedLink() {
    Staffed brand = brands.create("武陵山茶业");
    var operator = brand.operator();
    operator
        .request()
        .body(Map.of("colour", "#c8102e", "phone", "400-800-1234", "web", "https://tea.example"))
        .put("/api/v1/appearance")
        .then()
        .statusCode(200);
    operator
        .request()
        .contentType("image/png")
        .body(SamplePictures.heavyPng(360, 108))
        .put("/api/v1/appearance/logo")
        .then()
        .statusCode(200);
    String gtin = brand.product("武陵云雾绿茶", 100, 700);
    operator
        .request()
        .contentType("image/jpeg")
        .body(SamplePictures.jpeg(900, 900))
        .put("/api/v1/products/" + gtin + "/picture")
        .then()
        .statusCode(200);
    String link = brand.link(brand.activeBatch(gtin, 5), "INNER", 0);
    return site + link.substring(link.indexOf("/01/") + 1);
  }
}
