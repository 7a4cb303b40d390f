package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in tells a stranger nothing and gives an attacker few tries. */
@QuarkusTest
@Tag("database")
class SignInTest {
  @Inject Houses houses;
  @Inject EntityManager entities;

  @Test
  void fiveWrongPasswordsLockAndTheWaitGrows() {
    Person person = houses.admin();
    fail(person.email(), 5);

    long first = lockedOut(person.email(), person.password());
    letTheLockPass(person.email());
    fail(person.email(), 1);
    long second = lockedOut(person.email(), person.password());

    assertThat(first).isBetween(50L, 60L);
    assertThat(second).isBetween(110L, 120L);
  }

  @Test
  void theRightPasswordStartsTheCountAnew() {
    Person person = houses.admin();
    fail(person.email(), 4);
    person.signIn();
    fail(person.email(), 4);

    person.signIn();
  }

  @Test
  void anEmailThatNobodyHasIsAnsweredAndLockedLikeAnyOther() {
    String nobody = UUID.randomUUID() + "@example.com";
    Person somebody = houses.admin();

    Response unknown = Person.trySigningIn(nobody, "wrong password");
    Response known = Person.trySigningIn(somebody.email(), "wrong password");

    assertThat(unknown.asString()).isEqualTo(known.asString());
    assertThat(unknown.statusCode()).isEqualTo(401);
    fail(nobody, 4);
    lockedOut(nobody, "wrong password");
  }

  @Test
  void aDeactivatedUserIsAnsweredLikeAWrongPassword() {
    Person person = houses.admin();
    deactivate(person);

    Response right = Person.trySigningIn(person.email(), person.password());

    assertThat(right.statusCode()).isEqualTo(401);
    assertThat(right.asString())
        .isEqualTo(Person.trySigningIn(person.email(), "wrong password").asString());
  }

  @Test
  void anUnknownEmailTakesAsLongAsAKnownOne() {
    List<String> known = IntStream.range(0, 6).mapToObj(i -> houses.admin().email()).toList();
    List<String> unknown = known.stream().map(email -> "no" + email).toList();
    fail("warm" + known.get(0), 3);

    double ratio = median(unknown) / median(known);

    assertThat(ratio).isBetween(0.4, 2.5);
  }

  @Test
  void lettersWithAccentsAreOtherLetters() {
    Person person = houses.admin();
    String accented = person.email().replace("example", "éxample");

    assertThat(Person.trySigningIn(accented, person.password()).statusCode()).isEqualTo(401);
    Person.trySigningIn("  " + person.email().toUpperCase(Locale.ROOT), person.password())
        .then()
        .statusCode(200);
  }

  @Test
  void manyTriesAtOnceAreNoMoreThanManyInARow() {
    String email = houses.admin().email();

    List<Integer> answers =
        AtOnce.run(
            IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(
                    i -> () -> Person.trySigningIn(email, "wrong password").statusCode())
                .toList());

    assertThat(answers).containsOnly(401, 429).filteredOn(status -> status == 401).hasSize(5);
  }

  @Test
  void aFloodOfSignInsLeavesTheRestWorking() {
    List<Callable<Integer>> flood =
        IntStream.range(0, 120)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        Person.trySigningIn(UUID.randomUUID() + "@example.com", "wrong")
                            .statusCode())
            .toList();

    List<Integer> answers = AtOnce.run(flood);

    assertThat(answers).containsOnly(401, 503).contains(503);
    RestAssured.get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void theCookieIsForThisSiteAndNoScript() {
    Person person = houses.admin();
    Cookie cookie =
        Person.trySigningIn(person.email(), person.password()).detailedCookie("zhenma_session");

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.isSecured()).isFalse();
    assertThat(cookie.getValue()).hasSizeGreaterThanOrEqualTo(43);
  }

  @Test
  void overHttpsTheCookieStaysOnHttps() {
    Person person = houses.admin();

    Cookie cookie =
        RestAssured.given()
            .header("X-Forwarded-Proto", "https")
            .contentType(ContentType.JSON)
            .body(Map.of("email", person.email(), "password", person.password()))
            .post("/api/v1/session")
            .detailedCookie("zhenma_session");

    assertThat(cookie.isSecured()).isTrue();
  }

  @Test
  void aTokenThatSomebodyPlantedIsNotTakenOver() {
    Person person = houses.admin();
    String planted = "planted-by-somebody-else-planted-by-somebody";

    String given =
        RestAssured.given()
            .cookie("zhenma_session", planted)
            .contentType(ContentType.JSON)
            .body(Map.of("email", person.email(), "password", person.password()))
            .post("/api/v1/session")
            .cookie("zhenma_session");

    assertThat(given).isNotEqualTo(planted);
    new Session(planted, "").request().get("/api/v1/session").then().statusCode(401);
    assertThat(person.signIn().cookie()).isNotEqualTo(given);
  }

  @Test
  void aFormOfAnotherSiteCannotSignAnybodyIn() {
    RestAssured.given()
        .contentType("text/plain")
        .body("{\"email\":\"a@example.com\",\"password\":\"x\"}")
        .post("/api/v1/session")
        .then()
        .statusCode(415);
  }

  private static void fail(String email, int times) {
    for (int i = 0; i < times; i++) {
      Person.trySigningIn(email, "wrong password").then().statusCode(401);
    }
  }

  private static long lockedOut(String email, String password) {
    Response answer = Person.trySigningIn(email, password);
    answer.then().statusCode(429).body("type", equalTo("urn:zhenma:problem:locked-out"));
    return Long.parseLong(answer.header("Retry-After"));
  }

  private void letTheLockPass(String email) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "UPDATE sign_in_attempt SET locked_until = UTC_TIMESTAMP(3)"
                            + " WHERE email_hash = UNHEX(SHA2(?1, 256))")
                    .setParameter(1, email)
                    .executeUpdate());
  }

  private void deactivate(Person person) {
    houses
        .admin()
        .signIn()
        .request()
        .contentType(ContentType.JSON)
        .body("{\"active\":false}")
        .put("/api/v1/users/" + person.id() + "/active")
        .then()
        .statusCode(200);
  }

  private static double median(List<String> emails) {
    long[] nanos =
        emails.stream()
            .mapToLong(
                email -> {
                  long start = System.nanoTime();
                  Person.trySigningIn(email, "wrong password");
                  return System.nanoTime() - start;
                })
            .toArray();
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[nanos.length / 2]).toNanos();
  }
}
