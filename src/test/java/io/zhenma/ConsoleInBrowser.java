package io.zhenma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The console in a real browser; a test fails when a script fails or breaks the security policy.
 */
public abstract class ConsoleInBrowser {
  protected static Browser chromium;

  @TestHTTPResource("/console/")
  protected String console = "";

  @TestHTTPResource("/")
  protected String home = "";

  protected BrowserContext profile;
  protected Page page;
  private final List<String> complaints = new ArrayList<>();
  private final int width;
  private final int height;

  /**
   * @param width of the window, in pixels
   */
  protected ConsoleInBrowser(int width, int height) {
    this.width = width;
    this.height = height;
  }

  @BeforeAll
  protected static void launch() {
    chromium = Browser.launch();
  }

  @AfterAll
  protected static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  protected void openPage() {
    profile =
        chromium.open(
            new NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT));
    page = profile.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
  }

  @AfterEach
  protected void closePage() {
    profile.close();
    assertThat(complaints).as("script errors and violations of the security policy").isEmpty();
  }

  /** Goes on in that person's session. */
  protected void signIn(Visitor who) {
    profile.addCookies(List.of(new Cookie("zhenma_session", who.session()).setUrl(home)));
  }

  protected Locator element(String name) {
    return page.locator("[data-test='" + name + "']");
  }

  /** What the console says in passing; one of before may still be there. */
  protected Locator toast(String text) {
    return element("toast").filter(new Locator.FilterOptions().setHasText(text)).first();
  }

  /** For people to look at: {@code target/screenshots}. */
  protected void picture(String name) {
    picture(page, name);
  }

  /** The same of another tab. */
  protected static void picture(Page tab, String name) {
    tab.screenshot(
        new ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }
}
