package io.zhenma;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built console as the application serves it, in Chromium, with canned answers of the API. */
@QuarkusTest
class ConsolePagesTest extends ConsoleInBrowser {
  ConsolePagesTest() {
    super(390, 844);
  }

  @Test
  void signingInLeadsToThePageThatWasAskedFor() {
    ConsoleApi.in(profile, "BRAND_OPERATOR", false);
    page.navigate(console + "#/batches/14");
    signIn("wrong");
    assertThat(element("sign-in-error")).isVisible();
    signIn("right");
    assertThat(element("batch-state")).hasText("Issued");
  }

  @Test
  void anEndedSessionLosesNothingThatWasTyped() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/products/new");
    fillProduct("6901234567892");
    api.endSession();
    element("save-product").click();
    signIn("right");
    assertThat(element("name")).hasValue("Tea");
    element("save-product").click();
    assertThat(element("products")).isVisible();
    assertThat(api.sent.get(api.sent.size() - 1))
        .contains("\"gtin\":\"06901234567892\"", "\"listPriceFen\":1999");
  }

  @Test
  void aWrongCheckDigitIsToldWhileTyping() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/products/new");
    fillProduct("6901234567890");
    assertThat(element("gtin-note")).containsText("should be 2");
    element("save-product").click();
    assertThat(api.sent).isEmpty();
  }

  @Test
  void aRefusalStandsAtItsField() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/new");
    element("quantity").fill("5");
    element("lot").fill("L1");
    api.refuseNext(
        "{\"title\":\"t\",\"errors\":[{\"field\":\"lot\",\"message\":\"Lot is taken\"}]}");
    element("create-batch").click();
    assertThat(page.locator("#f-lot-error")).hasText("Lot is taken");
  }

  @Test
  void aBatchIsIssuedWithSignedCodesThatCarryTheirLot() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/new");
    element("quantity").fill("5");
    element("lot").fill("L1");
    element("profile").selectOption("SIGNED");
    element("linkLot").check();
    element("create-batch").click();
    assertThat(element("batch-state")).isVisible();
    assertThat(api.sent.toString())
        .contains("\"profile\":\"SIGNED\"", "\"linkParts\":{\"lot\":true,\"expiry\":false}");
  }

  @Test
  void aBatchNamesTheProvincesItIsSoldIn() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/new");
    element("quantity").fill("5");
    element("lot").fill("L1");
    element("sold-in-some").check();
    element("part-2").check();
    element("province-220000").uncheck();
    element("province-310000").check();
    assertAccessible();
    element("create-batch").click();
    assertThat(element("batch-state")).isVisible();
    assertThat(api.sent.toString()).contains("\"soldIn\":[\"210000\",\"230000\",\"310000\"]");
  }

  @Test
  void theTerritoryOfABatchChangesWithANote() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");
    assertThat(element("sold-in")).hasText("Shanghai, Zhejiang");
    element("change-territory").click();
    assertThat(element("province-310000")).isChecked();
    assertAccessible();
    element("sold-everywhere").check();
    element("save-territory").click();
    assertThat(api.sent).isEmpty();
    element("note").fill("A new wholesaler");
    element("save-territory").click();
    assertThat(toast("saved")).isVisible();
    assertThat(api.sent)
        .containsExactly("PUT /batches/14/sold-in {\"soldIn\":[],\"note\":\"A new wholesaler\"}");
  }

  @Test
  void aBatchMovesWithAReason() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");
    element("move-ACTIVE").click();
    element("reason").fill("Shipped");
    element("confirm-move").click();
    assertThat(toast("Active")).isVisible();
    assertThat(api.sent)
        .containsExactly(
            "POST /batches/14/moves/preview {\"to\":\"ACTIVE\"}",
            "POST /batches/14/moves {\"to\":\"ACTIVE\",\"reason\":\"Shipped\"}");
  }

  @Test
  void someItemsMoveOnceItWasSeenWhatThatComesTo() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");
    assertThat(element("count-VOID")).hasText("1,005");
    element("move-items").click();
    element("firstItem").fill("10");
    element("lastItem").fill("19");
    assertThat(element("confirm-items")).isDisabled();
    element("preview-move").click();
    assertThat(element("move-preview")).containsText("86,500");
    element("items-dialog").locator("[data-test=reason]").fill("Line 3");
    assertAccessible();
    element("confirm-items").click();
    assertThat(toast("moved")).isVisible();
    assertThat(api.sent)
        .containsExactly(
            "POST /batches/14/moves/preview {\"to\":\"ACTIVE\",\"firstItem\":10,\"lastItem\":19}",
            "POST /batches/14/moves"
                + " {\"to\":\"ACTIVE\",\"firstItem\":10,\"lastItem\":19,\"reason\":\"Line 3\"}");
  }

  @Test
  void refusedLinesOfAListAreNamed() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");
    element("move-items").click();
    element("by-list").check();
    element("file")
        .setInputFiles(new FilePayload("list.csv", "text/csv", "1\nx\n".getBytes(UTF_8)));
    api.refuseNext(
        "{\"title\":\"t\",\"errors\":[{\"field\":\"lines\",\"message\":\"Lines refused: 1.\"},"
            + "{\"field\":\"line 2\",\"message\":\"No code of yours\"}]}");
    element("preview-move").click();
    assertThat(element("line-errors")).containsText("2 No code of yours");
    assertThat(element("confirm-items")).isDisabled();
  }

  @Test
  void aDraftIsChangedIssuedOrDeleted() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/15");
    assertThat(element("batch-state")).hasText("Draft");
    assertThat(element("move-ISSUED")).isVisible();
    assertThat(element("move-items")).hasCount(0);
    element("edit-draft").click();
    element("quantity").fill("7");
    assertAccessible();
    element("save-draft").click();
    assertThat(toast("saved")).isVisible();
    element("edit-draft").click();
    element("delete-draft").click();
    assertThat(element("batches")).isVisible();
    assertThat(api.sent.get(0)).startsWith("PUT /batches/15 {\"quantity\":7,");
    assertThat(api.sent.get(1)).startsWith("DELETE /batches/15");
  }

  @Test
  void whatDoesNotAddUpIsSaidInWordsWithNumbers() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/batches/14");
    assertThat(element("stage-printed")).hasText("58,980");
    assertThat(element("discrepancies")).containsText("40 printed more than once");
    assertThat(element("discrepancies")).containsText("12,000–12,039");
    element("print-report").click();
    element("reference").fill("A-4711");
    element("file")
        .setInputFiles(new FilePayload("report.csv", "text/csv", "0-99".getBytes(UTF_8)));
    assertAccessible();
    element("send-report").click();
    assertThat(toast("59,000 printed")).isVisible();
    assertThat(api.sent.get(0)).startsWith("POST /batches/14/print-reports");
  }

  @Test
  void aListIsCheckedFirstAndThenTakenOverWithoutChoosingItAgain() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/code-imports");
    assertThat(element("import-list")).isDisabled();
    choose("codes.csv", "code,Lot,remark\nA1,L1,x\n");
    assertThat(element("mapping")).containsText("passed over");
    element("check-list").click();
    assertThat(element("import-state")).hasText("Done");
    assertThat(page.locator("[data-test=refusals] tbody tr")).hasCount(4);
    assertThat(element("import-batches")).containsText("would be made");
    element("import-checked").click();
    assertThat(element("import-batches")).containsText("Batch 15");
    assertThat(api.sent).hasSize(2);
    assertThat(api.sent.get(0)).contains("POST /code-imports", "A1,L1,x");
  }

  @Test
  void aListWithoutTheColumnIsNotSent() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/code-imports");
    choose("codes.csv", "serial,lot\nA1,L1\n");
    assertThat(element("mapping")).containsText("Rename the column");
    assertThat(element("import-list")).isDisabled();
    assertThat(api.sent).isEmpty();
  }

  @Test
  void aRunningImportShowsItsProgressAndCanBeCancelled() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/code-imports/7");
    assertThat(element("import-progress")).containsText("41");
    element("cancel-import").click();
    page.waitForCondition(() -> api.sent.size() == 1);
    assertThat(api.sent.get(0)).startsWith("DELETE /code-imports/7");
    page.navigate(console + "#/code-imports/8");
    assertThat(element("import-failure")).containsText("GBK");
  }

  @Test
  void aProductWithoutAGtinAsksForANumber() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/products/new");
    element("restricted").check();
    assertThat(element("gtin")).hasCount(0);
    element("name").fill("Tea");
    element("category").fill("Drinks");
    element("listPrice").fill("19.99");
    element("save-product").click();
    page.waitForCondition(() -> api.sent.size() == 1);
    assertThat(api.sent.get(0)).contains("\"restricted\":true").doesNotContain("gtin");
    page.navigate(console + "#/products");
    assertThat(element("restricted-00400000000015")).containsText("this platform only");
  }

  private void choose(String name, String content) {
    element("file")
        .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    assertThat(element("chosen")).hasText("1 KB");
  }

  @Test
  void revokingAKeyNamesWhatItTurnsSuspectAndAsksWhy() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/keys");
    assertThat(element("key-1")).containsText("Revoked");
    assertThat(element("revoke-1")).hasCount(0);
    element("revoke-2").click();
    assertThat(element("revoke-warning")).containsText("Batches affected: 12");
    assertThat(element("revoke-warning")).containsText("48,200,000");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    element("confirm-revoke").click();
    assertThat(api.sent).isEmpty();
    element("reason").fill("leaked");
    element("confirm-revoke").click();
    assertThat(toast("Version 2 is revoked")).isVisible();
    assertThat(api.sent).containsExactly("POST /keys/2/revocation {\"reason\":\"leaked\"}");
  }

  @Test
  void aNewKeyVersionKeepsTheSuiteUnlessAnotherIsChosen() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/keys");
    element("rotate-key").click();
    assertThat(element("suite")).hasValue("SM4_SM2");
    assertThat(element("rotate-dialog")).containsText("Versions left: 28");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    element("confirm-rotate").click();
    assertThat(toast("Version 4")).isVisible();
    assertThat(api.sent).containsExactly("POST /keys {\"suite\":\"SM4_SM2\"}");
  }

  @Test
  void aBrandIsMadeWithASuite() {
    ConsoleApi api = ConsoleApi.in(profile, "PLATFORM_ADMIN", true);
    page.navigate(console + "#/brands");
    assertThat(element("brands")).containsText("Shanhai");
    element("name").fill("Qinghe Paper");
    element("slug").fill("qinghe");
    element("suite").selectOption("SM4_SM2");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    element("create-brand").click();
    assertThat(toast("Qinghe Paper")).isVisible();
    assertThat(api.sent.get(0)).contains("\"suite\":\"SM4_SM2\"");
  }

  @Test
  void aBrandSeesItsLooksWhileItChoosesThem() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/appearance");
    assertThat(element("phone-house")).hasCSS("background-color", "rgb(200, 16, 46)");
    element("colour").fill("#FFD500");
    assertThat(element("phone-house")).hasCSS("background-color", "rgb(255, 213, 0)");
    assertThat(element("colour-note")).containsText("black");
    element("preview-Suspect").click();
    assertThat(element("phone-house")).hasCSS("background-color", "rgb(255, 255, 255)");
    assertThat(element("phone-shown")).containsText("Call 400-800-1234");
    element("save-appearance").click();
    assertThat(toast("three seconds")).isVisible();
    element("logo").setInputFiles(new FilePayload("a.png", "image/png", SamplePictures.png(9, 3)));
    page.waitForCondition(() -> api.sent.size() == 2);
    assertThat(api.sent.get(0)).startsWith("PUT /appearance {\"colour\":\"#FFD500\"");
    assertThat(api.sent.get(1)).startsWith("PUT /appearance/logo");
  }

  @Test
  void aComplaintIsWorkedOnAndErased() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/complaints");
    assertThat(element("complaints")).containsText("7K2M-9QX4");
    page.navigate(console + "#/complaints/7K2M-9QX4");
    assertThat(element("contact")).hasText("138 0000 0000");
    assertThat(element("photo")).hasCount(0);
    element("show-photo").click();
    assertThat(element("photo")).hasAttribute("src", "/api/v1/complaints/7K2M-9QX4/photo");
    element("state").selectOption("CLOSED");
    element("note").fill("A copy");
    element("save-complaint").click();
    assertThat(toast("saved")).isVisible();
    page.onDialog(Dialog::accept);
    element("erase").click();
    assertThat(element("complaints")).isVisible();
    assertThat(api.sent.get(0))
        .contains("PUT /complaints/7K2M-9QX4", "{\"state\":\"CLOSED\",\"note\":\"A copy\"}");
    assertThat(api.sent.get(1)).startsWith("DELETE /complaints/7K2M-9QX4");
  }

  @Test
  void manyComplaintsAreClosedOrErasedAtOnce() {
    ConsoleApi api = ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/complaints");
    element("pick-1A2B-3C4D").check();
    assertThat(element("chosen")).containsText("1");
    element("close-many").click();
    assertThat(toast("closed")).isVisible();
    assertThat(element("chosen")).hasCount(0);
    element("pick-all").check();
    page.onDialog(Dialog::accept);
    element("erase-many").click();
    assertThat(element("chosen")).hasCount(0);
    assertThat(api.sent.get(0))
        .contains("POST /complaints/closures", "{\"references\":[\"1A2B-3C4D\"]}");
    assertThat(api.sent.get(1))
        .contains("POST /complaints/erasures", "[\"7K2M-9QX4\",\"1A2B-3C4D\"]");
  }

  @Test
  void aRunningReportShowsItsProgress() {
    ConsoleApi.in(profile, "MARKETER", true);
    page.navigate(console + "#/rfm");
    assertThat(element("segment-KEY_VALUE")).containsText("1,204");
    element("run-report").click();
    assertThat(element("report-progress")).containsText("45");
  }

  @Test
  void aProvinceOpensItsCities() {
    ConsoleApi.in(profile, "MARKETER", true);
    page.navigate(console + "#/regions");
    assertThat(page.locator("[data-test=map][data-ready=true]")).isVisible();
    assertThat(element("region-row-")).containsText("Abroad or unknown");
    element("region-440000").click();
    assertThat(element("region-row-440100")).isVisible();
    element("back-to-china").click();
    assertThat(element("region-row-440000")).isVisible();
  }

  @Test
  void theLanguageChangesInPlace() {
    ConsoleApi.in(profile, "MARKETER", true);
    page.navigate(console);
    assertThat(page.locator("h1")).hasText("Overview");
    element("locale-zh").click();
    assertThat(page.locator("h1")).hasText("总览");
    page.reload();
    assertThat(page.locator("h1")).hasText("总览");
  }

  @ParameterizedTest
  @CsvSource({"MARKETER,new-product", "PLATFORM_ADMIN,products"})
  void aRoleSeesOnlyWhatItMay(String role, String hidden) {
    ConsoleApi.in(profile, role, true);
    page.navigate(console + "#/products");
    assertThat(page.locator("h1")).isVisible();
    assertThat(element(hidden)).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview",
        "products",
        "products/new",
        "batches/14",
        "batches/15",
        "batches/new",
        "products/00400000000015",
        "code-imports",
        "code-imports/5",
        "code-imports/6",
        "code-imports/7",
        "code-imports/8",
        "keys",
        "appearance",
        "complaints",
        "complaints/7K2M-9QX4",
        "products/06901234567892",
        "items?code=x",
        "scans",
        "alerts",
        "alerts/38",
        "notifications",
        "notifications/3",
        "notifications/4",
        "customers",
        "customers/c1",
        "rfm",
        "regions"
      })
  void everyPageIsAccessibleAndFitsAPhone(String address) {
    ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/" + address);
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator(".skeleton")).hasCount(0);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertAccessible();
  }

  private void assertAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private void signIn(String password) {
    element("email").fill("operator@demo.test");
    element("password").fill(password);
    element("sign-in").click();
  }

  private void fillProduct(String gtin) {
    element("gtin").fill(gtin);
    element("name").fill("Tea");
    element("category").fill("Drinks");
    element("listPrice").fill("19.99");
    element("shelfLifeDays").fill("365");
  }
}
