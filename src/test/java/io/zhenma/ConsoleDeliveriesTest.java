package io.zhenma;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an operator orders, watches and downloads deliveries, and registers printing houses. */
@QuarkusTest
class ConsoleDeliveriesTest extends ConsoleInBrowser {
  private static final Path CERTIFICATE = Path.of("src/test/resources/delivery/house.pem");

  @Inject TestBrand brands;

  ConsoleDeliveriesTest() {
    super(1280, 900);
  }

  @Test
  void aBatchShowsWhatIsBeingMadeHowFarItIsAndWhatFailed() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");

    assertThat(element("delivery-31")).containsText("42 %");
    assertThat(element("delivery-31")).containsText("410,000 codes/s");
    assertThat(element("delivery-31")).containsText("1 min 35 sec left");
    assertThat(element("delivery-failure")).containsText("no room left");
    page.waitForRequest("**/cancellation", () -> element("cancel-delivery").click());
    page.waitForRequest("**/resumption", () -> element("resume-delivery").click());
    assertThat(toast("")).isVisible();
    assertThat(api.sent)
        .containsExactly(
            "POST /deliveries/31/cancellation null", "POST /deliveries/29/resumption null");
  }

  @Test
  void withAPrintingHouseAnOrderNamesItAndNoQuickDownloadIsOffered() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");

    assertThat(element("delivery-31")).isVisible();
    assertThat(element("download-csv")).hasCount(0);
    element("new-delivery").click();
    element("count").fill("500");
    element("order-delivery").click();
    assertThat(element("delivery-dialog")).hasCount(0);
    assertThat(api.sent)
        .containsExactly(
            "POST /batches/14/deliveries"
                + " {\"format\":\"CSV\",\"kind\":\"inner\",\"first\":0,\"count\":500,\"printingHouseId\":3}");
  }

  @Test
  void filesAndManifestAreListedForDownload() {
    ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");

    element("show-files").click();
    assertThat(element("delivery-file")).hasText("batch-14-items-0-99999.csv.p7m");
    assertThat(element("delivery-file")).hasAttribute("href", "/api/v1/deliveries/30/files/1");
    assertThat(element("delivery-files")).containsText("8.2 MB");
  }

  @Test
  void aRefusedCertificateIsExplainedAtItsField() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/printing-houses");
    element("name").fill("House");
    element("file").setInputFiles(CERTIFICATE);
    api.refuseNext(
        "{\"title\":\"t\",\"errors\":[{\"field\":\"certificate\",\"message\":\"It has"
            + " expired\"}]}");
    element("create-house").click();
    assertThat(page.locator("#f-file-error")).hasText("It has expired");
  }

  @ParameterizedTest
  @CsvSource({
    "batches/14,1280,en-GB",
    "batches/14,390,zh-CN",
    "printing-houses,1280,zh-CN",
    "printing-houses,390,en-GB",
    "policy,1280,zh-CN",
    "policy,390,en-GB"
  })
  void thePagesAreAccessibleAndFit(String address, int width, String language) {
    try (BrowserContext reader =
        chromium.open(new NewContextOptions().setLocale(language).setViewportSize(width, 900))) {
      ConsoleApi.in(reader, "BRAND_OPERATOR", true);
      Page read = reader.newPage();
      read.navigate(console + "#/" + address);
      assertThat(read.locator("h1")).isVisible();
      assertThat(read.locator(".skeleton")).hasCount(0);
      if (address.startsWith("batches")) {
        read.locator("[data-test=show-files]").click();
        assertThat(read.locator("[data-test=delivery-files]")).isVisible();
      }
      read.screenshot(
          new ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of("target/screenshots/" + address.replace('/', '-') + width + ".png")));
      assertThat(read.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(new AxeBuilder(read).analyze().getViolations()).isEmpty();
    }
  }

  /** Nothing canned: the picture follows the form, and what is saved can be ordered. */
  @Test
  void aTemplateIsDrawnWhileItIsEditedAndSavedUnderAName() {
    TestBrand.Staffed brand = brands.create("House of labels");
    int batch = brand.activeBatch(brand.product("Tea", 1_000, 365), 10);
    signIn(brand.operator());
    page.navigate(console + "#/label-templates");
    assertThat(element("template-a4-80")).isVisible();
    assertThat(element("preview")).isVisible();
    String before = element("preview").getAttribute("src");

    element("codeSideMm").fill("60");
    assertThat(page.locator("#f-codeSideMm-error")).containsText("35");
    element("codeSideMm").fill("20");
    assertThat(page.locator("#f-codeSideMm-error")).hasCount(0);
    assertThat(element("preview")).not().hasAttribute("src", before);
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/label-templates.png")));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
    element("name").fill("Gift box");
    element("save-template").click();
    assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Gift box"))).isVisible();

    page.navigate(console + "#/batches/" + batch);
    element("new-delivery").click();
    element("format").selectOption("PDF");
    element("template").selectOption(new SelectOption().setLabel("Gift box"));
    element("order-delivery").click();
    assertThat(toast("The delivery is being made")).isVisible();
  }

  /** Nothing canned: order, wait, download; then register a house, and order sealed. */
  @Test
  void fromTheOrderToTheFileAndSealedFromTheFirstPrintingHouseOn() throws Exception {
    TestBrand.Staffed brand = brands.create("House of deliveries");
    int batch = brand.activeBatch(brand.product("Tea", 1_000, 365), 1_500);
    signIn(brand.operator());
    page.navigate(console + "#/batches/" + batch);

    assertThat(element("download-csv")).isVisible();
    Path plain = orderAndDownload(1);
    assertThat(Files.readString(plain)).startsWith("item,kind,serial,link\r\n0,inner,");

    page.navigate(console + "#/printing-houses");
    element("name").fill("First house");
    element("file").setInputFiles(CERTIFICATE);
    element("create-house").click();
    assertThat(element("houses")).containsText("EC P-256");

    page.navigate(console + "#/batches/" + batch);
    assertThat(element("new-delivery")).isEnabled();
    assertThat(element("download-csv")).hasCount(0);
    Path sealed = orderAndDownload(2);
    assertThat(Files.readAllBytes(sealed)).startsWith(0x30, 0x80);
  }

  private Path orderAndDownload(int deliveries) {
    element("new-delivery").click();
    element("order-delivery").click();
    assertThat(page.locator("zm-delivery-row")).hasCount(deliveries);
    Locator newest = page.locator("[data-test^=delivery-] .badge").first();
    assertThat(newest).hasText("Ready", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    element("show-files").first().click();
    Download download = page.waitForDownload(() -> element("delivery-file").first().click());
    return download.path();
  }
}
