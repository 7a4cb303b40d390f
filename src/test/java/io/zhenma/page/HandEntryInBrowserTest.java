package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typing the number of a damaged label. */
class HandEntryInBrowserTest extends InBrowser {

  @Test
  void groupsFormWhileTypingAndTheCaretStaysWhereItWas() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    page.navigate(server.entryOn("localhost"));
    page.locator("#serial").pressSequentially("a7k2m9qx4to-bnpr");
    assertThat(page.locator("#serial")).hasValue("A7K2M 9QX4T 0BNPR");
    assertThat(page.locator("#serial-note")).hasText("15 of 20 characters");
    page.locator("#serial").press("Home");
    page.locator("#serial").press("ArrowRight");
    page.locator("#serial").press("z");
    assertThat(page.locator("#serial")).hasValue("AZ7K2 M9QX4 T0BNP R");
    assertThat(page.evaluate("document.getElementById('serial').selectionStart")).isEqualTo(2);
  }

  @Test
  void lettersThatNoLabelHasAreToldAtOnce() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    page.navigate(server.entryOn("localhost"));
    page.locator("#serial").fill("AU");
    assertThat(page.locator("#serial-note")).containsText("never on our labels");
    assertThat(page.locator("#serial")).hasAttribute("aria-invalid", "true");
    page.locator("#serial").fill(Verdicts.SERIAL);
    assertThat(page.locator("#serial-note")).hasText("Complete");
    page.locator("#serial").fill(Verdicts.SERIAL + "A");
    assertThat(page.locator("#serial-note")).containsText("20 characters");
    page.locator("#serial").fill("https://zm.example/01/1/21/2");
    for (String link :
        List.of(
            "https://zm.example/01/1/21/2",
            "HTTPS：、、ZM。EXAMPLE、01、1、21、2",
            "https：／／zm.example／01／1／21／2",
            "(01)06901234567892(10)Lot1(21)2")) {
      page.locator("#serial").fill(link);
      assertThat(page.locator("#serial")).hasValue(link);
      assertThat(page.locator("#serial-note")).hasText("");
    }
  }

  @Test
  void theProductsCheckDigitIsJudgedWhileTyping() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    page.navigate(server.entryOn("localhost"));
    page.locator("#gtin").fill("69012345678");
    assertThat(page.locator("#gtin-note")).hasText("11 digits so far");
    page.locator("#gtin").fill("6901234567890");
    assertThat(page.locator("#gtin-note")).containsText("does not fit");
    page.locator("#gtin").fill("6901234567892");
    assertThat(page.locator("#gtin-note")).hasText("Complete");
  }

  @Test
  void theCameraIsNeitherLoadedNorAskedForBeforeItIsWanted() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(server.entryOn("localhost"));
    page.waitForTimeout(300);
    assertThat(requests).filteredOn(url -> !url.startsWith("data:")).hasSize(1);
  }

  @Test
  void aCameraThatIsNotAllowedIsNamed() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    page.navigate(server.entryOn("localhost"));
    page.locator("#scan").click();
    assertThat(page.locator("#seen"))
        .hasText(java.util.regex.Pattern.compile("not allowed|no camera"));
    assertThat(page.locator("#scan")).isVisible();
  }

  @Test
  void plainHttpHasNoCameraAndSaysSo() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    page.navigate(server.entryOn("shop.test"));
    page.locator("#scan").click();
    assertThat(page.locator("#seen")).containsText("https");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theFormIsForEverybody(ColorScheme scheme) {
    Page page =
        open(
            new NewContextOptions()
                .setLocale("zh-CN")
                .setColorScheme(scheme)
                .setViewportSize(320, 568));
    page.navigate(server.entryOn("localhost"));
    page.locator("#serial").fill("U");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
  }
}
