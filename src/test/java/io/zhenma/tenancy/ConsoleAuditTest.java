package io.zhenma.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.ConsoleInBrowser;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The audit log in a browser, against the running application. */
@QuarkusTest
class ConsoleAuditTest extends ConsoleInBrowser {
  @Inject TestBrand brands;
  @Inject Refusals refusals;

  ConsoleAuditTest() {
    super(1360, 900);
  }

  @Test
  void anOperatorReadsInWordsAndNarrowsTheLog() {
    TestBrand.Staffed brand = brands.create("Console audit");
    String gtin = brand.product("Tea", 100, 10);
    brand.marketer().request().get("/api/v1/keys").then().statusCode(403);
    refusals.write();
    signIn(brand.operator());

    page.navigate(console + "#/audit");
    assertThat(element("audit-product-created")).containsText("Registered a product");
    assertThat(element("audit-access-refused")).containsText("Refused");
    assertThat(element("nav-audit")).isVisible();
    picture("audit");
    page.setViewportSize(390, 844);
    picture("audit-390");
    int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    assertThat(wide).isLessThanOrEqualTo(390);
    page.setViewportSize(1360, 900);
    element("refused").selectOption("true");
    assertThat(element("audit-product-created")).hasCount(0);
    assertThat(element("audit-access-refused")).hasCount(1);
    element("refused").selectOption("");
    element("subject").fill("product:" + gtin);
    assertThat(element("audit-access-refused")).hasCount(0);
    assertThat(element("audit-product-created")).isVisible();
    assertThat(element("export-audit").getAttribute("href"))
        .contains("/audit-entries/rows.csv?subject=product%3A" + gtin);
  }
}
