package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.zhenma.Browser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The page on a phone, in a real browser; a test fails when the browser complains. */
abstract class InBrowser {

  private static final String WECHAT =
      "Mozilla/5.0 (Linux; Android 12; V2183A Build/SP1A.210812.003; wv) AppleWebKit/537.36 (KHTML,"
          + " like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065"
          + " MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64 Weixin"
          + " NetType/4G Language/zh_CN ABI/arm64";
  static final String UUID_7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private static Browser browser;
  static ScanServer server;

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

  Page phone() {
    return open(
        new NewContextOptions()
            .setUserAgent(WECHAT)
            .setViewportSize(360, 640)
            .setDeviceScaleFactor(2)
            .setIsMobile(true)
            .setHasTouch(true)
            .setLocale("zh-CN"));
  }

  Page open(NewContextOptions options) {
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
  void expectComplaints(String part) {
    assertThat(complaints).isNotEmpty().allMatch(text -> text.contains(part));
    complaints.clear();
  }

  /**
   * For what Chromium may mend by itself, asking again over a fresh connection, before the page
   * knows.
   */
  void allowComplaints(String part) {
    assertThat(complaints).allMatch(text -> text.contains(part));
    complaints.clear();
  }

  static List<String> scanIds() {
    return server.posts.stream().map(post -> post.getOrDefault("scan", "")).toList();
  }
}
