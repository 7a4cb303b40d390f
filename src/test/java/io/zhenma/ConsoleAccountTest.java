package io.zhenma;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** People look after their own account in the console. */
@QuarkusTest
class ConsoleAccountTest extends ConsoleInBrowser {
  private static final String FIRST = "a first one for you";
  private static final String OWN = "another horse, brown";

  @Inject Users users;

  ConsoleAccountTest() {
    super(1360, 900);
  }

  @Test
  void aFirstPasswordIsChangedBeforeAnythingElse() {
    String email = "first@account.test";
    users.createToChange(new NewUser(email, "Zhang Wei", Role.PLATFORM_ADMIN, null, FIRST));
    page.navigate(console);
    signIn(email, FIRST);

    assertThat(element("must-change")).isVisible();
    pictures("must-change");
    change("passwordpassword");
    assertThat(page.locator(".error").first()).isVisible();
    change(OWN);

    element("account").click();
    assertThat(element("own-sessions")).containsText("Chrome");
    pictures("account");
    page.navigate(console + "#/users");
    assertThat(element("users")).isVisible();
    pictures("users");
  }

  @Test
  void aLinkLetsSomebodyInWhoForgotTheirPassword() {
    users.create(new NewUser("helper@account.test", "Helper", Role.PLATFORM_ADMIN, null, OWN));
    long id =
        users.create(new NewUser("lost@account.test", "Lost", Role.PLATFORM_ADMIN, null, FIRST));
    signIn(Visitor.signIn("helper@account.test", OWN));
    page.navigate(console + "#/users");
    element("reset-" + id).click();
    String link = page.locator("[data-test='reset-dialog'] a").getAttribute("href");
    pictures("reset-dialog");
    profile.clearCookies();

    page.navigate(link);
    page.reload();
    pictures("new-password");
    page.locator("[name=wanted]").fill(OWN + "!");
    page.locator("[name=again]").fill(OWN + "!");
    element("change-password").click();
    element("to-sign-in").click();
    signIn("lost@account.test", OWN + "!");

    assertThat(element("account")).isVisible();
  }

  private void signIn(String email, String password) {
    page.locator("[name=email]").fill(email);
    page.locator("[name=password]").fill(password);
    element("sign-in").click();
  }

  private void change(String wanted) {
    page.locator("[name=current]").fill(FIRST);
    page.locator("[name=wanted]").fill(wanted);
    page.locator("[name=again]").fill(wanted);
    element("change-password").click();
  }

  /** One wide in light colours and one narrow in dark ones. */
  private void pictures(String name) {
    picture("account-" + name);
    page.setViewportSize(390, 844);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture("account-" + name + "-narrow");
    page.setViewportSize(1360, 900);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }
}
