package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.zhenma.Browser;
import io.zhenma.Thorough;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether everybody can read the page: contrast, structure, narrow screens. */
class PageLooksTest {

  private static Browser browser;
  private static ScanServer server;

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

  static Stream<Arguments> everyOutcomeByDayAndNight() {
    return Verdicts.REASONS.keySet().stream()
        .sorted()
        .flatMap(
            o ->
                Stream.of(
                    Arguments.of(o, ColorScheme.LIGHT, "zh-CN"),
                    Arguments.of(o, ColorScheme.DARK, "en-GB")));
  }

  @ParameterizedTest
  @MethodSource("everyOutcomeByDayAndNight")
  void aVerdictIsReadableForEverybody(String outcome, ColorScheme scheme, String language) {
    server.reset(outcome);
    try (BrowserContext context = narrow(scheme, language)) {
      Page page = context.newPage();
      page.navigate(server.link());
      assertThat(page.locator("[data-outcome]")).hasAttribute("data-outcome", outcome);
      assertReadable(page);
    }
  }

  /** One of each colour of outcomes: the others differ from these in their words alone. */
  private static final List<String> IN_EACH_BUILD = List.of("genuine-first", "suspect");

  static Stream<Arguments> everyOutcomeInColours() {
    List<String> colours = List.of("#c8102e", "#ffd100", "#757575", "#000000", "#ffffff");
    return Verdicts.REASONS.keySet().stream()
        .filter(outcome -> !outcome.equals("unknown"))
        .filter(outcome -> Thorough.wanted() || IN_EACH_BUILD.contains(outcome))
        .sorted()
        .flatMap(outcome -> colours.stream().map(colour -> Arguments.of(outcome, colour)));
  }

  @ParameterizedTest
  @MethodSource("everyOutcomeInColours")
  void aBrandsPageIsReadableForEverybody(String outcome, String colour) {
    server.reset(outcome);
    server.colour = colour;
    ColorScheme scheme = colour.equals("#000000") ? ColorScheme.DARK : ColorScheme.LIGHT;
    try (BrowserContext context = narrow(scheme, "zh-CN")) {
      Page page = context.newPage();
      page.navigate(server.link());
      assertThat(page.locator("[data-outcome]")).hasAttribute("data-outcome", outcome);
      assertThat(page.locator(".house .logo img")).isVisible();
      assertReadable(page);
    }
  }

  /** On the narrowest screen (WCAG 2.2, 1.4.4); zoom to 200 % leaves a wider one. */
  @ParameterizedTest
  @MethodSource("everyOutcomeByDayAndNight")
  void lettersMayBeTwiceAsLarge(String outcome, ColorScheme scheme, String language) {
    server.reset(outcome);
    server.colour = "#c8102e";
    try (BrowserContext context = narrow(scheme, language)) {
      Page page = context.newPage();
      page.navigate(server.link());
      assertThat(page.locator("[data-outcome]")).hasAttribute("data-outcome", outcome);
      page.evaluate("document.documentElement.style.fontSize = '200%'");
      assertReadable(page);
      assertThat(page.evaluate(CUT_OFF)).isEqualTo("");
    }
  }

  /** What stands out of the window at its side. */
  private static final String WIDER =
      """
      () => [...document.querySelectorAll('body *')]
        .filter(e => document.documentElement.scrollWidth > document.documentElement.clientWidth
          && e.clientWidth && e.scrollWidth > e.clientWidth)
        .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30)).join()
      """;

  /** What of the text is not to be seen whole. */
  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('main *')]
        .filter(e => e.offsetHeight && getComputedStyle(e).overflow !== 'visible'
          && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
          && e.clientWidth > 1)
        .map(e => e.tagName + '.' + e.className).join()
      """;

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void waitingAndTroubleAreReadableForEverybody(ColorScheme scheme) {
    server.reset("unknown");
    server.troubles.add(new ScanServer.Trouble(503, Map.of("Retry-After", "20"), ""));
    server.troubles.add(ScanServer.Trouble.status(500));
    try (BrowserContext context = narrow(scheme, "en-GB")) {
      Page page = context.newPage();
      page.navigate(server.link());
      assertThat(page.locator("#status")).containsText("Trying again");
      assertReadable(page);
      page.reload();
      assertThat(page.locator("#problem")).isVisible();
      assertReadable(page);
    }
  }

  private static void assertReadable(Page page) {
    AxeResults results = new AxeBuilder(page).analyze();
    assertThat(results.getViolations()).isEmpty();
    assertThat(page.evaluate(WIDER)).isEqualTo("");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    assertThat((String) page.evaluate(LOWEST_BANNER_CONTRAST)).isEqualTo("");
  }

  /** axe can't judge text over a gradient, so its two ends are judged here (WCAG 2.2, 1.4.3). */
  private static final String LOWEST_BANNER_CONTRAST =
      """
      () => {
        const light = c => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
        const banner = [...document.querySelectorAll('.banner')].find(b => b.offsetHeight);
        return (getComputedStyle(banner).backgroundImage.match(/linear-gradient.*/)[0].match(/rgb\\([^)]*\\)/g))
          .filter(colour => {
            const [r, g, b] = colour.match(/\\d+/g).map(Number);
            return 1.05 / (0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b) + 0.05) < 4.5;
          }).join();
      }
      """;

  private static BrowserContext narrow(ColorScheme scheme, String language) {
    return browser.open(
        new NewContextOptions()
            .setViewportSize(320, 568)
            .setIsMobile(true)
            .setHasTouch(true)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale(language));
  }
}
