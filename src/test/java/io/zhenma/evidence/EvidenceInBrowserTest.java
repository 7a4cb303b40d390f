package io.zhenma.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.ConsoleInBrowser;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An operator looks at the evidence of the running application and decides; a consumer reads it.
 */
@QuarkusTest
class EvidenceInBrowserTest extends ConsoleInBrowser {
  private static final List<String> CITIES =
      List.of(
          "113.88.7.34",
          "202.106.0.20",
          "202.96.209.5",
          "61.139.2.69",
          "219.146.1.66",
          "218.30.19.40",
          "222.172.200.68");

  @Inject TestBrand brands;

  private TestBrand.Staffed brand;
  private int batch;
  private String link;

  EvidenceInBrowserTest() {
    super(1280, 900);
  }

  @BeforeEach
  void anOperatorWithASuspectItem() {
    brand = brands.create("Wuling Mountain Tea");
    batch = brand.activeBatch(brand.product("Cloud mist green tea 250 g", 6800, 730), 100);
    link = brand.link(batch, "inner", 4);
    for (int who = 0; who < 12; who++) {
      Strangers.scan(link, CITIES.get(who % CITIES.size()), who + 1);
    }
    signIn(brand.operator());
  }

  @Test
  void anOperatorSeesTheMapConfirmsTheCopyAndTheNextScanTellsIt() {
    page.navigate(home + "console/#/suspects");
    element("suspect-" + batch + "-4").locator("a").click();
    assertThat(page.locator("[data-test=evidence-map][data-ready=true]")).isVisible();
    assertThat(page.locator("[data-test=looks-chart][data-ready=true]")).isVisible();
    assertThat(isDrawn("evidence-map")).isTrue();
    assertThat(element("ways")).containsText("Beijing");
    assertThat(element("findings")).containsText("networks");
    assertThat(page.locator("[data-test=timeline] li")).hasCount(12);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    picture("evidence-light");
    element("closer").click();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    picture("evidence-dark");

    element("rule-COPY_CONFIRMED").click();
    element("note").fill("Bought one at a market");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    picture("ruling");
    element("confirm-ruling").click();
    assertThat(toast("Copy confirmed")).isVisible();
    assertThat(element("rulings")).containsText("Bought one at a market");
    assertThat(element("rule-COPY_CONFIRMED")).hasCount(0);

    Page phone = profile.newPage();
    phone.navigate(link.replaceFirst("(?i)http://[^/]+/", home));
    assertThat(phone.locator(".verdict"))
        .containsText(
            java.util.regex.Pattern.compile(
                "looked into this code on \\d+ \\w+ 20\\d\\d and found that there are copies of it"));
    picture(phone, "consumer");
  }

  @Test
  void severalItemsAreClearedAtOnce() {
    String other = brand.link(batch, "inner", 5);
    Strangers.makeSuspect(other);
    page.navigate(home + "console/#/suspects");
    element("pick-" + batch + "-4").check();
    element("pick-" + batch + "-5").check();
    assertThat(element("chosen")).containsText("2");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    picture("suspects-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture("suspects-dark");

    element("chosen").locator("[data-test=rule-CLEARED]").click();
    element("note").fill("A shop window");
    element("confirm-ruling").click();
    assertThat(toast("Decided about 2 items")).isVisible();
    assertThat(element("empty")).isVisible();
    element("state-CLEARED").click();
    assertThat(page.locator("[data-test=suspects] tbody tr")).hasCount(2);
    Strangers.scan(other, 77).body("outcome", org.hamcrest.Matchers.equalTo("genuine-repeat"));
  }

  @Test
  void evidenceFitsAPhone() {
    page.setViewportSize(390, 844);
    page.navigate(home + "console/#/suspects/" + batch + "/4");
    assertThat(page.locator("[data-test=evidence-map][data-ready=true]")).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    picture("evidence-phone");
    page.navigate(home + "console/#/suspects");
    assertThat(element("suspect-" + batch + "-4")).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  /** Whether the canvas has more than a handful of colours: ground, outlines, points, ways. */
  private boolean isDrawn(String chart) {
    return (Boolean)
        page.evaluate(
            "name => { const c = document.querySelector(`[data-test=${name}] canvas`);"
                + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + " const seen = new Set();"
                + " for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i+1] << 8 | d[i+2]);"
                + " return seen.size > 20; }",
            chart);
  }
}
