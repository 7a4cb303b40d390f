package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import io.zhenma.page.ScanServer.Trouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Adding a position to a scan, and doing without. */
class PositionTest extends InBrowser {

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
    assertThat(scanIds().get(0)).matches(UUID_7);
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
}
