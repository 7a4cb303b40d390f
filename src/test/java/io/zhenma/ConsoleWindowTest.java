package io.zhenma;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a window of the console is called, and whose time it tells. */
@QuarkusTest
class ConsoleWindowTest extends ConsoleInBrowser {
  private static final List<String> SECTIONS =
      List.of(
          "overview",
          "products",
          "batches",
          "code-imports",
          "label-templates",
          "printing-houses",
          "keys",
          "appearance",
          "suspects",
          "items",
          "scans",
          "policy",
          "complaints",
          "alerts",
          "notifications",
          "customers",
          "rfm",
          "regions");

  private static final Map<String, String> OF_ONE =
      Map.of(
          "products/06901234567892", "云岭古树普洱茶",
          "batches/14", "Batch 14",
          "complaints/7K2M-9QX4", "7K2M-9QX4",
          "products/new", "roduct");

  ConsoleWindowTest() {
    super(1280, 800);
  }

  @Test
  void everyPageHasATitleOfItsOwn() {
    ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.navigate(console + "#/overview");
    List<String> titles = new ArrayList<>();
    for (String section : SECTIONS) {
      titles.add(title("#/" + section));
    }
    OF_ONE.forEach(
        (route, named) -> {
          page.evaluate("hash => { location.hash = hash; }", "#/" + route);
          assertThat(page).hasTitle(Pattern.compile(".*" + named + ".* · Zhenma console"));
        });
    assertThat(titles).doesNotHaveDuplicates();
  }

  @Test
  void titlesFollowTheLanguage() {
    ConsoleApi.in(profile, "BRAND_OPERATOR", true);
    page.addInitScript("localStorage.setItem('zhenma.locale', 'zh')");
    page.navigate(console + "#/keys");
    assertThat(page).hasTitle(Pattern.compile("密钥.* · 真码控制台"));
  }

  /** In New York it is still the day before when a day begins in Shanghai. */
  @Test
  void timesAreTheBrandsWhereverTheReaderIs() {
    try (BrowserContext away =
        chromium.open(
            new NewContextOptions().setLocale("en-GB").setTimezoneId("America/New_York"))) {
      ConsoleApi.in(away, "BRAND_OPERATOR", true);
      ConsoleApi.in(profile, "BRAND_OPERATOR", true);
      Page there = away.newPage();
      there.navigate(console + "#/rfm");
      page.navigate(console + "#/rfm");
      assertThat(there.locator("[data-test=zone]")).containsText("Asia/Shanghai");
      String here = element("report-line").innerText();
      assertThat(there.locator("[data-test=report-line]")).hasText(here);
    }
  }

  private String title(String hash) {
    String before = page.title();
    page.evaluate("hash => { location.hash = hash; }", hash);
    if (!hash.equals("#/overview")) {
      page.waitForFunction("before => document.title !== before", before);
    }
    assertThat(page).hasTitle(Pattern.compile(".+ · Zhenma console"));
    return page.title();
  }
}
