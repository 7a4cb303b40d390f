package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import io.zhenma.Browser;
import io.zhenma.page.ScanServer.Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page does in a real browser, in the hands of a person and on bad networks. */
class ScanInBrowserTest {

  private static final String WECHAT =
      "Mozilla/5.0 (Linux; Android 12; V2183A Build/SP1A.210812.003; wv) AppleWebKit/537.36 (KHTML,"
          + " like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065"
          + " MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64 Weixin"
          + " NetType/4G Language/zh_CN ABI/arm64";
  private static final String UUID_4 =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final Trouble BUSY = new Trouble(503, Map.of("Retry-After", "1"), "");

  private static Browser browser;
  private static ScanServer server;

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> opened = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.launch();
    server = new ScanServer();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @BeforeEach
  void reset() {
    server.reset("genuine-first");
  }

  @AfterEach
  void closeTabs() {
    opened.forEach(BrowserContext::close);
    assertThat(complaints).isEmpty();
  }

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
    assertThat(scanIds().get(0)).matches(UUID_4);
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
    expectComplaints("net::ERR");
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
      page.clock().runFor(pauses[i] - 50);
      assertThat(server.posts).hasSize(i + 1);
      page.clock().runFor(100);
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
  void withoutScriptsAButtonDoesIt() {
    Page page = open(new NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"));
    page.navigate(server.link());
    assertThat(server.posts).isEmpty();
    page.locator("button:visible").click();
    assertThat(page.locator(".verdict h1")).hasText("Genuine");
    assertThat(server.posts).containsExactly(Map.of());
    assertThat(page.locator("#locate")).hasCount(0);
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

  @Test
  void thePositionIsAskedForOnlyAfterAClickAndRefinesTheSameScan() {
    Page page = phone();
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(28.228304, 112.938882).setAccuracy(12.3));
    page.addInitScript(
        "window.asked = 0; const ask = navigator.geolocation.getCurrentPosition;"
            + "navigator.geolocation.getCurrentPosition = function () { window.asked++; return"
            + " ask.apply(navigator.geolocation, arguments); }");
    page.navigate(server.link());
    assertThat(page.locator("#locate")).isVisible();
    assertThat(page.evaluate("asked")).isEqualTo(0);
    page.locator("#locate").click();
    assertThat(page.locator("#located")).hasText("谢谢！位置已附在这次验证中。");
    assertThat(page.locator("#locate")).isHidden();
    assertThat(server.posts).hasSize(2);
    assertThat(server.posts.get(1))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "scan", scanIds().get(0),
                "refine", "1",
                "lat", "28.228304",
                "lon", "112.938882",
                "acc", "13",
                "consent", "1"));
  }

  @Test
  void whoRefusesThePositionKeepsTheAnswer() {
    Page page = phone();
    page.navigate(server.link());
    page.locator("#locate").click();
    assertThat(page.locator("#located")).hasText("没有发送位置，上面的结果不变。");
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(server.posts).hasSize(1);
  }

  @Test
  void aPositionThatDidNotArriveCanBeSentAgain() {
    Page page = phone();
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(28.2, 112.9));
    page.navigate(server.link());
    assertThat(page.locator("#locate")).isVisible();
    server.troubles.add(Trouble.status(503));
    page.locator("#locate").click();
    assertThat(page.locator("#located")).hasText("位置未能发送，可以再试一次。");
    page.locator("#locate").click();
    assertThat(page.locator("#located")).hasText("谢谢！位置已附在这次验证中。");
    expectComplaints("503");
  }

  @Test
  void plainHttpHasNoRandomUuidAndNoPositionButAVerdict() {
    Page page = phone();
    page.navigate(server.linkOn("shop.test"));
    assertThat(page.locator(".verdict h1")).hasText("正品");
    assertThat(page.evaluate("typeof crypto.randomUUID")).isEqualTo("undefined");
    assertThat(scanIds().get(0)).matches(UUID_4);
    assertThat(page.locator("#refine")).hasCount(0);
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = phone();
    page.navigate(server.link());
    assertThat(page.locator(".verdict h1")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("#locate")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#located")).not().isEmpty();
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

  private Page phone() {
    return open(
        new NewContextOptions()
            .setUserAgent(WECHAT)
            .setViewportSize(360, 640)
            .setDeviceScaleFactor(2)
            .setIsMobile(true)
            .setHasTouch(true)
            .setLocale("zh-CN"));
  }

  private Page open(NewContextOptions options) {
    BrowserContext context = browser.open(options);
    opened.add(context);
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  /**
   * The browser itself reports failed requests; anything else on its console is the page's fault.
   */
  private void expectComplaints(String part) {
    assertThat(complaints).isNotEmpty().allMatch(text -> text.contains(part));
    complaints.clear();
  }

  private static List<String> scanIds() {
    return server.posts.stream().map(post -> post.getOrDefault("scan", "")).toList();
  }

  private static void awaitPosts(Page page, int count) {
    for (int i = 0; i < 100 && server.posts.size() < count; i++) {
      page.waitForTimeout(20);
    }
    page.waitForTimeout(150);
    assertThat(server.posts).hasSize(count);
  }
}
