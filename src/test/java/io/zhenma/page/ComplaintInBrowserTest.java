package io.zhenma.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import io.zhenma.SamplePictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Telling the brand, from a phone. */
class ComplaintInBrowserTest extends InBrowser {

  @Test
  void aLargePhotoIsMadeSmallerBeforeItIsSent() {
    byte[] photo = SamplePictures.jpeg(3_600, 2_700);
    assertThat(photo.length).isGreaterThan(1_000_000);
    Page page = phone();
    page.navigate(server.complaint());
    page.locator("#boughtAt").fill("夜市");
    page.locator("#photo").setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", photo));
    page.locator("button").click();
    assertThat(page.locator("h1")).hasText("谢谢您");
    assertThat(page.locator("h1")).isFocused();
    assertThat(page.locator(".reference")).hasText("7K2M-9QX4");
    assertThat(server.told.length).isBetween(10_000, photo.length * 3 / 4);
    assertThat(new String(server.told, StandardCharsets.UTF_8))
        .contains("name=\"boughtAt\"", "夜市", "name=\"photo\"; filename=\"photo.jpg\"")
        .doesNotContain("IMG_1", "name=\"consent\"");
  }

  @Test
  void withoutScriptsTheFormGoesAsItIs() {
    Page page =
        open(
            new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB"));
    page.navigate(server.complaint());
    page.locator("#message").fill("odd cap");
    page.locator("button").click();
    assertThat(page.locator(".reference")).hasText("7K2M-9QX4");
    assertThat(new String(server.told, StandardCharsets.UTF_8)).contains("odd cap");
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = open(new NewContextOptions().setLocale("en-GB"));
    page.navigate(server.complaint());
    page.locator("#boughtAt").focus();
    page.keyboard().type("A market");
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator("button")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".reference")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theFormIsForEverybodyAlsoAtTwiceTheSize(ColorScheme scheme) {
    Page page =
        open(
            new NewContextOptions()
                .setLocale("zh-CN")
                .setColorScheme(scheme)
                .setViewportSize(320, 568));
    page.navigate(server.complaint());
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.evaluate("document.documentElement.style.fontSize = '200%'");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
  }
}
