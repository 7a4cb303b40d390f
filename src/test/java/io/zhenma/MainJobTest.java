package io.zhenma;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main job without shortcuts: the label as printed is read by somebody else's decoder, its link
 * is opened in a real browser as WeChat on a phone, and what was scanned comes out in the report.
 */
@QuarkusTest
@Tag("database")
class MainJobTest {
  private static final String WECHAT =
      "Mozilla/5.0 (Linux; Android 13; 2211133C Build/TKQ1.220905.001; wv) AppleWebKit/537.36"
          + " (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065"
          + " MMWEBSDK/20240301 MicroMessenger/8.0.48.2580(0x28003035) WeChat/arm64 Weixin"
          + " NetType/5G Language/zh_CN ABI/arm64";
  private static final String HANGZHOU = "115.192.1.1";

  @Inject TestBrand brands;

  @TestHTTPResource("/")
  URL server;

  @Test
  void aPrintedLabelIsScannedOnTwoPhonesAndTheReportShowsTheRegion() throws Exception {
    TestBrand.Staffed brand = brands.create("山茶花日化");
    int batch = brand.activeBatch(brand.product("护手霜", 3900, 730), 40);
    String link = PrintedLabel.read(labels(brand, batch));
    assertThat(link).isEqualTo(brand.link(batch, "inner", 0));

    try (Browser chromium = Browser.launch(hostOfTheLabel())) {
      try (BrowserContext phone = phone(chromium)) {
        assertThat(verdict(phone, link)).isEqualTo("genuine-first");
      }
      try (BrowserContext another = phone(chromium)) {
        assertThat(verdict(another, link)).isEqualTo("genuine-repeat");
      }
      try (BrowserContext third = phone(chromium)) {
        char last = link.charAt(link.length() - 1);
        String tampered = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');
        assertThat(verdict(third, tampered)).isEqualTo("unknown");
      }
    }

    int report = finished(brand, "REGION");
    brand
        .marketer()
        .request()
        .get("/api/v1/reports/" + report)
        .then()
        .body("regions.find { it.code == '330000' }.scans", equalTo(2))
        .body("regions.find { it.code == '330000' }.genuineFirst", equalTo(1))
        .body("regions.findAll { it.level == 'CITY' }.name", hasItem("Hangzhou"));
    int rfm = finished(brand, "RFM");
    brand
        .marketer()
        .request()
        .get("/api/v1/reports/" + rfm)
        .then()
        .body("rfm.segments.customers.sum()", equalTo(1))
        .body("rfm.segments[0].spentFen", equalTo(3900));
    String csv =
        brand.marketer().request().get("/api/v1/reports/" + report + "/rows.csv").asString();
    assertThat(csv).contains("\"330100\",\"杭州市\",\"Hangzhou\",\"2\",\"2\",\"1\",\"0\"");
  }

  /** The host that the label names is this server, wherever it listens during the test. */
  private String hostOfTheLabel() {
    return "--host-resolver-rules=MAP zhenma.test:80 127.0.0.1:" + server.getPort();
  }

  private static byte[] labels(TestBrand.Staffed brand, int batch) {
    return brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch + "/labels.pdf")
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .extract()
        .asByteArray();
  }

  private static BrowserContext phone(Browser chromium) {
    return chromium.open(
        new NewContextOptions()
            .setUserAgent(WECHAT)
            .setLocale("zh-CN")
            .setViewportSize(360, 740)
            .setHasTouch(true)
            .setIsMobile(true)
            .setExtraHTTPHeaders(Map.of("X-Forwarded-For", HANGZHOU)));
  }

  private static String verdict(BrowserContext phone, String link) {
    Page page = phone.newPage();
    page.navigate(link);
    var verdict = page.locator("[data-outcome]");
    assertThat(verdict).isVisible();
    return verdict.getAttribute("data-outcome");
  }

  private static int finished(TestBrand.Staffed brand, String kind) throws InterruptedException {
    int id =
        brand
            .marketer()
            .request()
            .body(Map.of("kind", kind))
            .post("/api/v1/reports")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    String state = "RUNNING";
    for (int i = 0; i < 100 && state.equals("RUNNING"); i++) {
      Thread.sleep(200);
      state = brand.marketer().request().get("/api/v1/reports/" + id).path("run.state");
    }
    assertThat(state).isEqualTo("DONE");
    return id;
  }
}
