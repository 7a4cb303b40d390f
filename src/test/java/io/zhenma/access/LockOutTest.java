package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forty clients guess an owner's password and invent others; the owner signs in all the while. */
@QuarkusTest
@Tag("thorough")
class LockOutTest {
  private static final int CLIENTS = 40;
  private static final int BLOCKS = 8;
  private static final int SIGN_INS = 20;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Inject Houses houses;

  @Test
  void whoGuessesKeepsNobodyOut() throws Exception {
    Person owner = houses.admin();
    String known =
        Person.tryFrom("119.99.1.1", owner.email(), owner.password()).cookie("zhenma_browser");
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger guesses = new AtomicInteger();
    List<Long> millis = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> storm = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        storm.add(clients.submit(() -> guess(owner, client, over, guesses)));
      }
      for (int i = 0; i < SIGN_INS; i++) {
        long start = System.nanoTime();
        signIn(owner, known, "119.99." + (1 + i % 2) + ".1");
        millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        RestAssured.get(ready).then().statusCode(200);
      }
      over.set(true);
      for (Future<?> client : storm) {
        client.get(1, TimeUnit.MINUTES);
      }
      System.out.printf("Drill: lock-out: %d guesses; sign-ins in %s ms%n", guesses.get(), millis);
    } finally {
      over.set(true);
      clients.shutdownNow();
    }
  }

  /** Every other time from a new browser. */
  private static void signIn(Person owner, String known, String from) {
    boolean isKnown = from.startsWith("119.99.1.");
    int status =
        Person.trySigningIn(
                RestAssured.given()
                    .header("X-Forwarded-For", from)
                    .cookie("zhenma_browser", isKnown ? known : "none"),
                owner.email(),
                owner.password())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }

  private static void guess(Person owner, int client, AtomicBoolean over, AtomicInteger guesses) {
    String from = "119.98." + client % BLOCKS + ".9";
    while (!over.get()) {
      String email = client % 2 == 0 ? owner.email() : UUID.randomUUID() + "@example.com";
      guesses.incrementAndGet();
      assertThat(Person.tryFrom(from, email, "wrong password").statusCode()).isIn(401, 429, 503);
    }
  }
}
