package io.zhenma.alert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.abort;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.alert.Receiver.Got;
import io.zhenma.crypto.DataCipher;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an integrator's server gets, and what happens when it doesn't. */
@QuarkusTest
@Tag("database")
class WebhookTest {
  private static final String ALL = "/api/v1/alert-subscriptions";

  @Inject TestBrand brands;
  @Inject Alerts alerts;
  @Inject WebhookSender sender;
  @Inject WebhookClient client;
  @Inject Store store;
  private TestBrand.Staffed brand;
  private Receiver receiver;
  private int id;
  private String secret;

  @BeforeEach
  void aWebhook() throws IOException {
    brand = brands.create("Webhook");
    receiver = new Receiver();
    Response made = create(receiver.url());
    made.then().statusCode(201).body("subscription.state", equalTo("ACTIVE"));
    id = made.path("subscription.id");
    secret = made.path("secret");
  }

  @AfterEach
  void close() {
    brand.operator().request().delete(ALL + "/" + id).then().statusCode(204);
    receiver.close();
  }

  @Test
  void anAlertArrivesOnceWithASignatureThatFailsAfterTampering() throws Exception {
    long alert = raise("1").id();
    raise("1");

    Await.until(() -> receiver.got().size(), 1);
    Got got = receiver.got().get(0);
    assertThat(got.isSignedBy(secret)).isTrue();
    assertThat(got.with(got.body().replace("WARNING", "INFO")).isSignedBy(secret)).isFalse();
    assertThat(got.id()).matches("msg_[0-9a-f]{32}");
    assertThat(Long.parseLong(got.timestamp()))
        .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 5);
    Map<String, Object> payload = Payload.read(got.body());
    assertThat(payload).containsEntry("type", "alert.opened").containsKey("timestamp");
    assertThat(payload.get("data"))
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("id", (int) alert)
        .containsEntry("kind", "GUESSING")
        .containsEntry("subject", "batch:1")
        .containsEntry("facts", Map.of("attempts", 12));
    // The second one joined: nobody is told twice
    Thread.sleep(2_500);
    assertThat(receiver.got()).hasSize(1);
    Await.until(() -> noticeStates(), List.of("DELIVERED"));
  }

  @Test
  void theHostHeaderOfAnIpv6AddressHasBrackets() throws Exception {
    InetAddress here = InetAddress.getByName("::1");
    try (ServerSocket server = new ServerSocket(0, 1, here)) {
      CompletableFuture<String> head = CompletableFuture.supplyAsync(() -> host(server));
      String at = "[::1]:" + server.getLocalPort();
      client.post(WebhookUrl.entered("http://" + at + "/hook", true), here, Map.of(), "{}");
      assertThat(head.get(30, TimeUnit.SECONDS)).isEqualToIgnoringCase("host: " + at);
    } catch (BindException noIpv6) {
      abort("this machine has no IPv6");
    }
  }

  private static String host(ServerSocket server) {
    try (Socket socket = server.accept()) {
      String host =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
              .lines()
              .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))
              .findFirst()
              .orElse("");
      socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1));
      return host;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  @Test
  void escalationAndResolutionArriveToo() throws Exception {
    long alert = raise("1").id();
    alerts.raise(
        brand.brand().id(),
        Occurrence.once(
            AlertKind.GUESSING,
            AlertSubject.batch(1),
            Severity.CRITICAL,
            Facts.NONE,
            Instant.now()));
    brand
        .operator()
        .request()
        .body(Map.of("note", "done"))
        .post("/api/v1/alerts/" + alert + "/resolution")
        .then()
        .statusCode(200);

    Await.until(
        () -> receiver.got().stream().map(got -> Payload.read(got.body()).get("type")).toList(),
        List.of("alert.opened", "alert.escalated", "alert.resolved"));
  }

  @Test
  void whatFailedIsTriedAgainUnderTheSameIdUntilItArrives() throws Exception {
    receiver.answer(
        number -> number < 3 ? new Receiver.Answer(503, "busy") : new Receiver.Answer(200, "ok"));

    raise("1");

    Await.until(() -> noticeStates(), List.of("DELIVERED"));
    assertThat(receiver.got()).hasSize(3);
    assertThat(receiver.got().stream().map(Got::id).distinct()).hasSize(1);
    assertThat(receiver.got()).allMatch(got -> got.isSignedBy(secret));
    attemptsOf(notices().path("items[0].id"))
        .then()
        .body("attempts.status", equalTo(List.of(200, 503, 503)))
        .body("attempts[1].failure", equalTo("UNAVAILABLE"))
        .body("attempts[1].answer", equalTo("busy"))
        .body("notice.attempts", equalTo(3));
  }

  @Test
  void afterTheLastAttemptItIsADeadLetterUntilSomebodySendsItAgain() throws Exception {
    receiver.answer(500);
    raise("1");
    raise("2");
    Await.until(() -> noticeStates(), List.of("DEAD", "DEAD"));
    brand.operator().request().get(ALL).then().body("items[0].dead", equalTo(2));
    receiver.answer(204);
    String first = notices().path("items[0].id");

    brand
        .operator()
        .request()
        .post("/api/v1/alert-notices/" + first + "/replay")
        .then()
        .statusCode(200);
    Await.until(() -> noticeStates().stream().sorted().toList(), List.of("DEAD", "DELIVERED"));
    brand
        .operator()
        .request()
        .post("/api/v1/alert-notices/" + first + "/replay")
        .then()
        .statusCode(409);
    brand.operator().request().post(ALL + "/" + id + "/replay").then().body("replayed", equalTo(1));

    Await.until(() -> noticeStates(), List.of("DELIVERED", "DELIVERED"));
    assertThat(receiver.got().stream().map(Got::id).distinct()).hasSize(2);
  }

  @Test
  void whatAKilledReplicaSentAndDidNotWriteDownAnotherSendsUnderTheSameId() throws Exception {
    Occurrence guessing =
        Occurrence.once(
            AlertKind.GUESSING, AlertSubject.batch(1), Severity.WARNING, Facts.NONE, Instant.now());
    store.alone(
        connection -> {
          Sql.update(
              connection,
              "UPDATE alert_subscription SET lease_owner = 'killed',"
                  + " lease_until = UTC_TIMESTAMP(3) + INTERVAL 3 SECOND WHERE id = ?",
              List.of(id));
          return alerts.raise(connection, brand.brand().id(), guessing);
        });
    sender.send(subscription(), notice());
    Thread.sleep(1_500);
    assertThat(receiver.got()).as("nobody else sends while the lease lasts").hasSize(1);

    Await.until(this::noticeStates, List.of("DELIVERED"));

    String attempts = attemptsOf(notices().path("items[0].id")).asString();
    assertThat(receiver.got()).as(attempts).hasSize(2);
    assertThat(receiver.got().get(1).id()).isEqualTo(receiver.got().get(0).id());
    assertThat(receiver.got().get(1).body()).isEqualTo(receiver.got().get(0).body());
  }

  @Test
  void aTestTellsWhatCameBack() {
    receiver.answer(number -> new Receiver.Answer(200, "thank\u0007 you" + "x".repeat(5_000)));

    Response told = brand.operator().request().post(ALL + "/" + id + "/test");

    told.then().statusCode(200).body("failure", nullValue()).body("status", equalTo(200));
    assertThat(told.<String>path("answer")).startsWith("thank  you").hasSizeLessThanOrEqualTo(500);
    assertThat(receiver.got().get(0).body()).contains("\"type\":\"test\"");
    receiver.answer(302);
    brand
        .operator()
        .request()
        .post(ALL + "/" + id + "/test")
        .then()
        .body("failure", equalTo("STATUS"))
        .body("status", equalTo(302));
    assertThat(receiver.got()).as("follows no redirect").hasSize(2);
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() {
    receiver.answer(
        number -> {
          try {
            Thread.sleep(4_000);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return new Receiver.Answer(200, "");
        });

    brand
        .operator()
        .request()
        .post(ALL + "/" + id + "/test")
        .then()
        .body("failure", equalTo("TIMEOUT"));
  }

  @Test
  void forADayBothSecretsSign() {
    String next = brand.operator().request().post(ALL + "/" + id + "/secret").path("secret");

    brand.operator().request().post(ALL + "/" + id + "/test").then().statusCode(200);

    Got got = receiver.got().get(0);
    assertThat(next).startsWith("whsec_").isNotEqualTo(secret);
    assertThat(got.signature().split(" ")).hasSize(2);
    assertThat(got.isSignedBy(secret)).isTrue();
    assertThat(got.isSignedBy(next)).isTrue();
  }

  @Test
  void theSecretIsToldOnceAndStoredEncrypted() {
    assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(brand.operator().request().get(ALL).asString()).doesNotContain("whsec");
    byte[] sealed =
        store.alone(
            connection ->
                Sql.list(
                        connection,
                        "SELECT sealed FROM webhook_secret WHERE subscription_id = ?",
                        List.of(id),
                        row -> row.getBytes(1))
                    .get(0));
    assertThat(sealed).hasSize(DataCipher.OVERHEAD + 32);
  }

  @Test
  void whatFailsForTooLongIsStoppedAndSaidSo() throws Exception {
    receiver.answer(410);

    raise("1");

    Await.until(
        () -> brand.operator().request().get(ALL).path("items[0].state"), (Object) "STOPPED");
    assertThat(noticeStates()).containsExactly("DEAD");
    brand
        .marketer()
        .request()
        .get("/api/v1/alerts?kind=DELIVERY_STOPPED")
        .then()
        .body("items[0].subject", equalTo("subscription:" + id))
        .body("items[0].facts", hasKey("since"));
  }

  @Test
  void whatNobodyMayCallIsRefused() {
    // By http only this machine itself is called, which shows when the name is resolved
    create("http://example.com/hook").then().statusCode(201);
    int plain = lastId();
    brand
        .operator()
        .request()
        .post(ALL + "/" + plain + "/test")
        .then()
        .body("failure", oneOf("ADDRESS_REFUSED", "HOST_UNKNOWN"));
    create("https://169.254.169.254/latest/meta-data").then().statusCode(201);
    brand
        .operator()
        .request()
        .post(ALL + "/" + lastId() + "/test")
        .then()
        .body("failure", equalTo("ADDRESS_REFUSED"));
    for (String bad :
        List.of(
            "ftp://x.example/", "https://user:pw@x.example/", "https://x.example/#a", "nothing")) {
      create(bad).then().statusCode(400).body("errors[0].field", equalTo("address"));
    }
    create("https://x.example:0/")
        .then()
        .statusCode(400)
        .body("errors[0].message", startsWith("A webhook"));
    brand
        .operator()
        .request()
        .header("Accept-Language", "zh")
        .body(wanted("ftp://x.example/"))
        .post(ALL)
        .then()
        .body("errors[0].message", containsString("https"));
  }

  private int lastId() {
    List<Integer> ids = brand.operator().request().get(ALL).path("items.id");
    return ids.get(ids.size() - 1);
  }

  private Subscription subscription() {
    return store.alone(
        connection ->
            Sql.list(
                    connection,
                    "SELECT * FROM alert_subscription WHERE id = ?",
                    List.of(id),
                    Subscription::read)
                .get(0));
  }

  private Notice notice() {
    return store.alone(
        connection ->
            Sql.list(
                    connection,
                    "SELECT id, body FROM alert_notice WHERE subscription_id = ?",
                    List.of(id),
                    row ->
                        new Notice(
                            brand.brand().id(), Sql.uuid(row.getBytes(1)), id, row.getString(2), 0))
                .get(0));
  }

  private Raised raise(String batch) {
    return alerts.raise(
        brand.brand().id(),
        AlertKind.GUESSING,
        AlertSubject.batch(Integer.parseInt(batch)),
        Facts.of(Fact.ATTEMPTS, 12),
        Instant.now());
  }

  private Response notices() {
    return brand.operator().request().get(ALL + "/" + id + "/notices");
  }

  private List<String> noticeStates() {
    return notices().path("items.state");
  }

  private Response attemptsOf(String notice) {
    return brand.operator().request().get("/api/v1/alert-notices/" + notice);
  }

  private Response create(String url) {
    return brand.operator().request().body(wanted(url)).post(ALL);
  }

  private static Map<String, Object> wanted(String url) {
    return Map.of(
        "channel",
        "WEBHOOK",
        "name",
        "ERP",
        "address",
        url,
        "kinds",
        List.of("GUESSING", "COPIED_CODE"),
        "leastSeverity",
        "INFO",
        "active",
        true);
  }
}
