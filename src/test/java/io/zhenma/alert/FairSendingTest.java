package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One brand's receivers that hang, and another brand's that doesn't. */
@QuarkusTest
@Tag("database")
class FairSendingTest {
  private static final String ALL = "/api/v1/alert-subscriptions";

  @Inject TestBrand brands;
  @Inject Alerts alerts;
  @Inject AgroalDataSource database;

  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger hanging = new AtomicInteger();
  private final AtomicInteger mostHanging = new AtomicInteger();
  private Receiver slow;
  private Receiver prompt;
  private TestBrand.Staffed slowBrand;
  private TestBrand.Staffed promptBrand;

  @BeforeEach
  void twoBrands() throws IOException {
    slowBrand = brands.create("Slow");
    promptBrand = brands.create("Prompt");
    prompt = new Receiver();
    slow = new Receiver();
    slow.answer(number -> hang());
  }

  private Receiver.Answer hang() {
    mostHanging.accumulateAndGet(hanging.incrementAndGet(), Math::max);
    try {
      released.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    hanging.decrementAndGet();
    return new Receiver.Answer(204, "");
  }

  @AfterEach
  void close() throws Exception {
    released.countDown();
    try (Connection connection = database.getConnection()) {
      for (TestBrand.Staffed brand : List.of(slowBrand, promptBrand)) {
        Sql.update(
            connection,
            "DELETE FROM alert_subscription WHERE brand_id = ?",
            List.of(brand.brand().id()));
      }
    }
    slow.close();
    prompt.close();
  }

  @Test
  void thirtyWebhooksThatHangHoldHalfThePlacesAndAnotherBrandsArrives() throws Exception {
    for (int i = 0; i < 30; i++) {
      webhook(slowBrand, slow.url() + "/" + i, i);
    }
    webhook(promptBrand, prompt.url(), 0);
    raise(slowBrand);
    Await.until(hanging::get, 2);

    raise(promptBrand);

    Await.until(() -> prompt.got().size(), 1);
    assertThat(released.getCount()).as("those that hang still do").isEqualTo(1);
    assertThat(mostHanging.get()).isEqualTo(2);
  }

  @Test
  void testsThatHangLeaveRoomForAnotherBrandsTest() throws Exception {
    int hangs = webhook(slowBrand, slow.url(), 0);
    int answers = webhook(promptBrand, prompt.url(), 0);
    List<CompletableFuture<Integer>> tests = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tests.add(CompletableFuture.supplyAsync(() -> test(slowBrand, hangs)));
    }
    Await.until(hanging::get, 2);

    assertThat(test(promptBrand, answers)).isEqualTo(200);

    released.countDown();
    List<Integer> statuses = tests.stream().map(CompletableFuture::join).toList();
    assertThat(statuses).containsOnly(200, 503);
    assertThat(mostHanging.get()).isEqualTo(2);
  }

  /** A notice that cannot be signed is a failure of its own, not of the sending. */
  @Test
  void aNoticeThatCannotBeMadeUpFailsAndIsCounted() throws Exception {
    int id = webhook(promptBrand, prompt.url(), 0);
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          "UPDATE alert_subscription SET address = 'no address' WHERE brand_id = ? AND id = ?",
          List.of(promptBrand.brand().id(), id));
    }
    raise(promptBrand);
    Await.until(() -> failureOf(id), "UNREADABLE");
  }

  /** Its row stands first in line, second after second. */
  @Test
  void aSubscriptionThatCannotBeReadKeepsNoOtherFromItsTurn() throws Exception {
    int unreadable = webhook(promptBrand, prompt.url() + "/unreadable", 0);
    webhook(promptBrand, prompt.url(), 1);
    try (Connection connection = database.getConnection()) {
      raise(promptBrand, "FAX", unreadable, connection);
    }
    Await.until(() -> prompt.got().size(), 1);
  }

  /** The row is spoilt once its notice is there: from then on nobody can note one for the brand. */
  private void raise(
      TestBrand.Staffed brand, String channel, int subscription, Connection connection)
      throws java.sql.SQLException {
    connection.setAutoCommit(false);
    alerts.raise(
        connection,
        brand.brand().id(),
        Occurrence.once(
            AlertKind.GUESSING, AlertSubject.brand(), Severity.WARNING, Facts.NONE, Instant.now()));
    Sql.update(
        connection,
        "UPDATE alert_subscription SET channel = ? WHERE brand_id = ? AND id = ?",
        List.of(channel, brand.brand().id(), subscription));
    connection.commit();
  }

  private String failureOf(int subscription) {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
              connection,
              "SELECT a.failure FROM alert_attempt a JOIN alert_notice n ON n.brand_id = a.brand_id"
                  + " AND n.id = a.notice_id WHERE n.brand_id = ? AND n.subscription_id = ?",
              List.of(promptBrand.brand().id(), subscription),
              row -> row.getString(1))
          .stream()
          .findFirst()
          .orElse("");
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int webhook(TestBrand.Staffed brand, String url, int number) {
    Response made =
        brand
            .operator()
            .request()
            .body(
                Map.of(
                    "channel",
                    "WEBHOOK",
                    "name",
                    "Hook " + number,
                    "address",
                    url,
                    "kinds",
                    List.of("GUESSING"),
                    "leastSeverity",
                    "INFO",
                    "active",
                    true))
            .post(ALL);
    made.then().statusCode(201);
    return made.path("subscription.id");
  }

  private int test(TestBrand.Staffed brand, int id) {
    return brand.operator().request().post(ALL + "/" + id + "/test").statusCode();
  }

  private void raise(TestBrand.Staffed brand) {
    alerts.raise(
        brand.brand().id(),
        Occurrence.once(
            AlertKind.GUESSING, AlertSubject.brand(), Severity.WARNING, Facts.NONE, Instant.now()));
  }
}
