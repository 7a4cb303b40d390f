package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import io.zhenma.page.ScanServer.Trouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page does when the answer is late, lost or not an answer. */
class BadNetworkTest extends InBrowser {

  private static final Trouble BUSY = new Trouble(503, Map.of("Retry-After", "1"), "");

  @Test
  void aBusyServerIsAskedAgainWithTheSameScanId() {
    server.troubles.add(BUSY);
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator("#status")).hasText("比平时慢一些，正在重试…");
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(server.posts).hasSize(2);
    assertThat(scanIds().stream().distinct()).hasSize(1);
    expectComplaints("503");
  }

  @Test
  void aLostAnswerIsAskedForAgainWithTheSameScanId() {
    server.troubles.add(Trouble.status(0));
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(scanIds().stream().distinct()).hasSize(1);
    allowComplaints("net::ERR");
  }

  @Test
  void anotherNetworksSignInPageIsNoVerdict() {
    server.troubles.add(new Trouble(200, Map.of(), "<h1>Hotel Wi-Fi</h1>"));
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(server.posts).hasSize(2);
  }

  @Test
  void afterOneTwoAndFourSecondsTheReaderIsAskedToTryAgain() {
    for (int i = 0; i < 4; i++) {
      server.troubles.add(Trouble.status(503));
    }
    Page page = phone();
    page.clock().install(new Clock.InstallOptions().setTime(0));
    page.clock().pauseAt(1000);
    page.navigate(server.link());
    int[] pauses = {1000, 2000, 4000};
    for (int i = 0; i < pauses.length; i++) {
      awaitPosts(page, i + 1);
      // The answer may come while the clock still runs past the timer's time, so a pause may begin
      // up to 10 ms a round before the clock's present time.
      page.clock().runFor(pauses[i] - 100);
      assertThat(server.posts).hasSize(i + 1);
      page.clock().runFor(110);
    }
    assertThat(page.locator("#problem h1")).isFocused();
    page.locator("#problem button").click();
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(scanIds().stream().distinct()).hasSize(1);
    assertThat(server.posts).hasSize(5);
    expectComplaints("503");
  }

  @Test
  void aLongWaitIsLeftToTheReader() {
    server.troubles.add(new Trouble(503, Map.of("Retry-After", "120"), ""));
    Page page = phone();
    page.navigate(server.link());
    page.locator("#problem button").click();
    assertThat(page.locator(".verdict h1")).hasText("正品");
    expectComplaints("503");
  }

  @Test
  void aReloadIsANewScanOnceTheFirstWasAnswered() {
    server.troubles.add(new Trouble(503, Map.of("Retry-After", "120"), ""));
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator("#problem")).isVisible();
    page.reload();
    assertThat(page.locator(".verdict h1")).hasText("正品");
    page.reload();
    assertThat(page.locator(".verdict h1")).hasText("正品");
    List<String> ids = scanIds();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(2)).isNotEqualTo(ids.get(1));
    expectComplaints("503");
  }

  @Test
  void withoutScriptsABusyServerOffersTheButtonAgain() {
    server.troubles.add(BUSY);
    Page page = open(new NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"));
    page.navigate(server.link());
    page.locator("button:visible").click();
    assertThat(page.locator("h1")).hasText("Very busy just now");
    page.locator("button").click();
    assertThat(page.locator(".verdict h1")).hasText("Genuine");
    expectComplaints("503");
  }

  private static void awaitPosts(Page page, int count) {
    for (int i = 0; i < 100 && server.posts.size() < count; i++) {
      page.waitForTimeout(20);
    }
    page.waitForTimeout(150);
    assertThat(server.posts).hasSize(count);
  }
}
