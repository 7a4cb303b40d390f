package io.zhenma.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.ConsoleInBrowser;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does about an alert, in a browser, against the running application. */
@QuarkusTest
class ConsoleAlertsTest extends ConsoleInBrowser {
  @Inject TestBrand brands;
  @Inject Alerts alerts;

  private TestBrand.Staffed brand;

  ConsoleAlertsTest() {
    super(1280, 900);
  }

  @BeforeEach
  void createBrand() {
    brand = brands.create("Console alerts");
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
    picture("alerts-alert");
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
      picture("alerts-secret");
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
      picture("alerts-dead-letter");
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
}
