package io.zhenma;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.crypto.AppCodes;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A code after the password, in the console. */
@QuarkusTest
class ConsoleSecondFactorTest extends ConsoleInBrowser {
  private static final String PASSWORD = "another horse, brown";
  private static final String EMAIL = "two-steps@account.test";

  @Inject Users users;
  @Inject TestBrand brands;

  ConsoleSecondFactorTest() {
    super(1360, 900);
  }

  @Test
  void somebodySetsItUpAndSignsInWithAppAndPaper() {
    users.create(new NewUser(EMAIL, "Li Na", Role.PLATFORM_ADMIN, null, PASSWORD));
    page.navigate(console);
    signIn();
    element("account").click();
    page.locator("zm-enrol [name=password]").fill(PASSWORD);
    element("enrol").click();
    String secret = element("totp-secret").textContent().replace(" ", "");
    pictures("enrol");
    page.locator("[name=code]").fill("000 000");
    element("confirm").click();
    assertThat(page.locator(".error")).isVisible();
    page.locator("[name=code]").fill(AppCodes.at(secret, Instant.now().minusSeconds(30)));
    element("confirm").click();
    String paper = page.locator("[data-test='recovery-codes'] li").first().textContent();
    pictures("codes");
    element("codes-kept").click();
    assertThat(element("codes-left")).containsText("10");
    pictures("on");

    signOut();
    signIn();
    pictures("step");
    String code = AppCodes.at(secret, Instant.now());
    page.locator("[name=code]").fill("  " + code.substring(0, 3) + " " + code.substring(3));
    page.keyboard().press("Enter");
    assertThat(element("account")).isVisible();

    signOut();
    signIn();
    assertThat(element("prove")).isVisible();
    page.reload();
    page.locator("[name=code]").fill(code);
    element("prove").click();
    assertThat(page.locator(".error")).isVisible();
    element("letters").click();
    assertThat(page.locator("[name=code]")).hasAttribute("inputmode", "text");
    page.locator("[name=code]").fill(paper);
    element("prove").click();
    element("account").click();
    assertThat(element("codes-left")).containsText("9");
  }

  @Test
  @Tag("thorough")
  void whoMustHaveOneSetsItUpFirstAndALostOneIsTakenOff() {
    users.create(new NewUser("helper@factor.test", "Helper", Role.PLATFORM_ADMIN, null, PASSWORD));
    TestBrand.Staffed brand = brands.create("Careful brand");
    String slug = brand.brand().slug();
    signIn(Visitor.signIn("helper@factor.test", PASSWORD));
    page.navigate(console + "#/brands");
    element("demand-" + slug).selectOption("OPERATORS");
    assertThat(page.locator("zm-toasts")).containsText("Careful brand");
    pictures("brands");
    profile.clearCookies();
    signIn(brand.operator());
    page.navigate(console + "#/products");
    page.reload();
    pictures("must-enrol");
    assertThat(element("must-enrol")).isVisible();
    page.locator("zm-enrol [name=password]").fill(TestBrand.PASSWORD);
    element("enrol").click();
    String secret = element("totp-secret").textContent().replace(" ", "");
    page.locator("[name=code]").fill(AppCodes.at(secret, Instant.now()));
    element("confirm").click();
    pictures("must-codes");
    element("codes-kept").click();
    assertThat(element("account")).isVisible();
    profile.clearCookies();
    signIn(Visitor.signIn("helper@factor.test", PASSWORD));
    page.navigate(console + "#/users");
    page.reload();
    pictures("users");
    page.locator("[data-test^=factor-reset-]").first().click();
    pictures("lost");
    element("factor-reset").click();
    assertThat(element("factor-dialog")).isHidden();
  }

  private void signIn() {
    page.locator("[name=email]").fill(EMAIL);
    page.locator("[name=password]").fill(PASSWORD);
    element("sign-in").click();
  }

  private void signOut() {
    element("sign-out").click();
    assertThat(page.locator("[name=email]")).isVisible();
  }

  /** One wide in light colours and one narrow in dark ones, of them the latter in Chinese. */
  private void pictures(String name) {
    picture("second-" + name);
    page.setViewportSize(390, 844);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.evaluate("document.querySelector('[data-test=locale-zh]').click()");
    picture("second-" + name + "-narrow-zh");
    page.evaluate("document.querySelector('[data-test=locale-en]').click()");
    page.setViewportSize(1360, 900);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }
}
