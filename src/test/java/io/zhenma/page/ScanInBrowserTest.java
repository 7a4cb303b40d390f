package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a scan is posted, with and without scripts. */
class ScanInBrowserTest extends InBrowser {

  @Test
  void theScanIsPostedOnceAndTheVerdictTakesTheFocus() {
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(page.locator(".verdict h1")).isFocused();
    assertThat(page).hasTitle("正品 · 真码");
    page.waitForTimeout(300);
    assertThat(server.posts).hasSize(1);
    assertThat(server.posts.get(0))
        .containsOnlyKeys("scan", "fragment")
        .containsEntry("fragment", "1");
    assertThat(scanIds().get(0)).matches(UUID_7);
  }

  @Test
  void aPageLoadedAheadPostsOnlyWhenItIsLookedAt() {
    Page page = phone();
    page.addInitScript(
        "window.state = 'hidden'; Object.defineProperty(document, 'visibilityState', {get: () =>"
            + " window.state})");
    page.navigate(server.link());
    page.waitForTimeout(500);
    assertThat(server.posts).isEmpty();
    page.evaluate("state = 'visible'; document.dispatchEvent(new Event('visibilitychange'))");
    assertThat(page.locator(".verdict h1")).hasText("正品");
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    page.waitForTimeout(300);
    assertThat(server.posts).hasSize(1);
  }

  @Test
  void withoutScriptsAButtonDoesIt() {
    Page page = open(new NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"));
    page.navigate(server.link());
    assertThat(server.posts).isEmpty();
    page.locator("button:visible").click();
    assertThat(page.locator(".verdict h1")).hasText("Genuine");
    assertThat(server.posts).containsExactly(Map.of());
    assertThat(page.locator("#locate")).hasCount(0);
  }

  /** As for somebody who is taken for a program: a script's click is none. */
  @Test
  void onlyARealTouchOfTheButtonTellsThatAPersonAsks() {
    String confirmation =
        new VerificationPages(new Languages()).confirmation(Locale.SIMPLIFIED_CHINESE);
    server.troubles.add(new ScanServer.Trouble(200, Map.of(), confirmation));
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator("[data-confirm] button")).isVisible();
    page.evaluate("document.querySelector('[data-confirm] button').click()");
    page.waitForTimeout(200);
    assertThat(server.posts).hasSize(1);

    page.locator("[data-confirm] button").press("Enter");

    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(server.posts.get(1)).containsEntry("touched", "1");
    assertThat(scanIds()).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    Page page = phone();
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(server.link());
    assertThat(page.locator(".verdict h1")).hasText("正品");
    page.waitForTimeout(300);
    assertThat(requests)
        .filteredOn(url -> !url.startsWith("data:"))
        .hasSize(2)
        .containsOnly(server.link());
  }
}
