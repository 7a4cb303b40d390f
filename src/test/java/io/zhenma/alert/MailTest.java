package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails as a real SMTP server gets them. */
@QuarkusTest
@Tag("database")
class MailTest {
  private static final String ALL = "/api/v1/alert-subscriptions";

  @Inject TestBrand brands;
  @Inject Alerts alerts;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  private TestBrand.Staffed brand;
  private GreenMail server;

  @BeforeEach
  void start() {
    brand = brands.create("Jasmine & Söhne");
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    List<Integer> ids = brand.operator().request().get(ALL).path("items.id");
    ids.forEach(id -> brand.operator().request().delete(ALL + "/" + id));
    server.stop();
  }

  @Test
  void alertsOfAMomentStandInOneMailInTheRecipientsLanguage() throws Exception {
    subscribe("zh@example.com", "zh").then().statusCode(201);
    raise(1, Severity.WARNING);
    raise(2, Severity.WARNING);
    raise(3, Severity.WARNING);

    Await.until(() -> server.getReceivedMessages().length, 1);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("[真码] Jasmine & Söhne:3 条告警");
    assertThat(mail.getFrom()[0].toString()).isEqualTo("zhenma@example.com");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("zh@example.com");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(part(mail, "text/plain"))
        .contains("警告:防伪码被复制(批次 7 的第 1 件)", "件)", "/console/#/alerts/")
        .contains("扫码次数: 12");
    assertThat(part(mail, "text/html")).contains("Jasmine &amp; Söhne", "<a href=\"http");
  }

  @Test
  void whatIsUrgentDoesNotWait() throws Exception {
    subscribe("en@example.com", "en").then().statusCode(201);

    raise(1, Severity.CRITICAL);

    Await.until(() -> server.getReceivedMessages().length, 1);
    assertThat(server.getReceivedMessages()[0].getSubject())
        .isEqualTo("[Zhenma] Jasmine & Söhne: Urgent: code copied, item 1 of batch 7");
  }

  @Test
  void aStormIsAFewMailsAndTheRestWaits() throws Exception {
    int id = subscribe("storm@example.com", "en").path("subscription.id");
    for (int mail = 1; mail <= 2; mail++) {
      raise(mail, Severity.CRITICAL);
      int wanted = mail;
      Await.until(() -> server.getReceivedMessages().length, wanted);
    }
    for (int item = 10; item < 40; item++) {
      raise(item, Severity.CRITICAL);
    }
    Thread.sleep(4_000);

    assertThat(server.getReceivedMessages()).hasSize(2);
    brand
        .operator()
        .request()
        .get(ALL + "/" + id + "/notices?state=PENDING")
        .then()
        .body("total", equalTo(30));
  }

  @Test
  void aServerThatIsAwayLosesNothing() throws Exception {
    server.stop();
    int id = subscribe("away@example.com", "en").path("subscription.id");
    raise(1, Severity.CRITICAL);
    // More failed attempts than mails allowed an hour, which they don't count against
    Await.until(
        () ->
            brand
                .operator()
                .request()
                .get(ALL + "/" + id + "/notices")
                .<String>path("items[0].state"),
        "DEAD");
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    brand.operator().request().post(ALL + "/" + id + "/replay").then().statusCode(200);

    Await.until(() -> server.getReceivedMessages().length, 1);
  }

  @Test
  void nobodySlipsInAHeaderOrASecondRecipient() {
    for (String bad :
        List.of(
            "a@example.com\r\nBcc: b@example.com",
            "a@example.com, b@example.com",
            "\"a b\"@example.com",
            "a@localhost",
            "a@exa mple.com",
            "张@example.com",
            "x".repeat(65) + "@example.com")) {
      subscribe(bad, "en").then().statusCode(400).body("errors[0].field", equalTo("address"));
    }
    subscribe("a@example.com", "fr")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("language"));
  }

  @Test
  void withoutAKindThereIsNothingToTell() {
    brand
        .operator()
        .request()
        .body(wanted("a@example.com", "en", List.of()))
        .post(ALL)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("kinds"));
  }

  private void raise(int item, Severity severity) {
    alerts.raise(
        brand.brand().id(),
        Occurrence.once(
            AlertKind.COPIED_CODE,
            AlertSubject.item(7, item),
            severity,
            Facts.of(Fact.SCANS, 12).and(Fact.SINCE, Instant.parse("2026-11-24T12:00:00Z")),
            Instant.now()));
  }

  private Response subscribe(String address, String language) {
    return brand
        .operator()
        .request()
        .body(wanted(address, language, List.of("COPIED_CODE")))
        .post(ALL);
  }

  private static Map<String, Object> wanted(String address, String language, List<String> kinds) {
    return Map.of(
        "channel",
        "MAIL",
        "name",
        "Quality",
        "address",
        address,
        "language",
        language,
        "kinds",
        kinds,
        "leastSeverity",
        "INFO",
        "active",
        true);
  }

  private static String part(MimeMessage mail, String type) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).isMimeType(type)) {
        return (String) parts.getBodyPart(i).getContent();
      }
    }
    throw new AssertionError("no " + type);
  }
}
