package io.zhenma.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.Browser;
import io.zhenma.TestBrand;
import io.zhenma.Visitor;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does about an alert, in a browser, against the running application. */
@QuarkusTest
class ConsoleAlertsTest {
  private static Browser chromium;

  @Inject TestBrand brands;
  @Inject Alerts alerts;

  @TestHTTPResource("/console/")
  String console = "";

  private final List<String> complaints = new ArrayList<>();
  private TestBrand.Staffed brand;
  private BrowserContext profile;
  private Page page;

  @BeforeAll
  static void launch() {
    chromium = Browser.launch();
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    brand = brands.create("Console alerts");
    profile = chromium.open(new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
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
  void closePage() {
    profile.close();
    assertThat(complaints).as("script errors and violations of the security policy").isEmpty();
  }

  @Test
  void anAlertIsSeenLookedAfterAndResolved() {
    long id = raise();
    signIn(brand.operator());

    page.navigate(console + "#/overview");
    assertThat(element("open-alerts")).containsText("1");
    element("nav-alerts").click();
    element("alert-" + id).getByRole(AriaRole.LINK).click();
    assertThat(element("alert-state")).hasText("Open");
    assertThat(page.locator("main")).containsText("Beijing");
    picture("alert");
    element("note").fill("I ask the shop");
    element("acknowledge").click();
    assertThat(element("alert-state")).hasText("Looked after");
    assertThat(page.locator("main")).containsText("I ask the shop");
    assertThat(element("open-alerts")).hasCount(0);
    element("resolve").click();
    assertThat(element("alert-state")).hasText("Resolved");
    page.navigate(console + "#/alerts");
    assertThat(element("empty")).isVisible();
    element("state").selectOption("RESOLVED");
    assertThat(element("alert-" + id)).isVisible();
  }

  @Test
  void aMarketerSeesAlertsAndChangesNothing() {
    long id = raise();
    signIn(brand.marketer());

    page.navigate(console + "#/alerts/" + id);

    assertThat(element("alert-state")).hasText("Open");
    assertThat(element("acknowledge")).hasCount(0);
    assertThat(element("nav-notifications")).hasCount(0);
  }

  @Test
  void aWebhookIsMadeTestedFailsIsReplayedAndDeleted() throws Exception {
    try (Receiver receiver = new Receiver()) {
      signIn(brand.operator());
      page.navigate(console + "#/notifications");
      element("new-WEBHOOK").click();
      element("name").fill("ERP");
      element("address").fill("ftp://nowhere");
      element("save-subscription").click();
      assertThat(page.locator("#f-address-error")).containsText("https");
      element("address").fill(receiver.url());
      element("save-subscription").click();
      String secret = element("secret").textContent();
      picture("secret");
      element("secret-kept").click();
      page.getByText("ERP").click();
      element("send-test").click();
      assertThat(element("test-answer")).containsText("arrived (204)");
      assertThat(receiver.got().get(0).isSignedBy(secret)).isTrue();

      receiver.answer(500);
      raise();
      page.waitForCondition(() -> deadLetters() == 1);
      page.reload();
      element("replay-all").waitFor();
      picture("dead-letter");
      receiver.answer(204);
      element("replay-all").click();
      page.waitForCondition(() -> receiver.got().size() >= 5);
      assertThat(receiver.got().get(4).isSignedBy(secret)).isTrue();
      page.waitForCondition(() -> deadLetters() == 0);

      element("delete").click();
      element("confirm-delete").click();
      assertThat(element("subscriptions-WEBHOOK")).hasCount(0);
    }
  }

  private int deadLetters() {
    return brand.operator().request().get("/api/v1/alert-subscriptions").path("items[0].dead");
  }

  private long raise() {
    return alerts
        .raise(
            brand.brand().id(),
            AlertKind.COPIED_CODE,
            AlertSubject.item(1, 17),
            Facts.of(Fact.SCANS, 12)
                .and(Fact.REASONS, List.of("many-devices"))
                .and(Fact.PROVINCES, List.of("110000")),
            Instant.now())
        .id();
  }

  private void signIn(Visitor who) {
    profile.addCookies(
        List.of(
            new Cookie("zhenma_session", who.session())
                .setUrl(console.replaceAll("/console/$", "/"))));
  }

  /** For people to look at: {@code target/screenshots}. */
  private void picture(String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "alerts-" + name + ".png"))
            .setFullPage(true));
  }

  private Locator element(String name) {
    return page.locator("[data-test='" + name + "']");
  }
}
