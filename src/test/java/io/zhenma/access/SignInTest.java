package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in tells a stranger nothing and gives an attacker few tries. */
@QuarkusTest
@Tag("database")
class SignInTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Inject Houses houses;
  @Inject Users users;
  @Inject EntityManager entities;

  @Test
  void fiveWrongPasswordsMakeTheirBlockWaitAndTheWaitGrows() {
    Person person = houses.admin();
    String block = address();
    fail(block, person.email(), 5);

    long first = lockedOut(block, person.email(), person.password());
    letTheLockPass(person.email());
    fail(block, person.email(), 1);
    long second = lockedOut(block, person.email(), person.password());

    assertThat(first).isBetween(50L, 60L);
    assertThat(second).isBetween(110L, 120L);
  }

  @Test
  void whoGuessesFromElsewhereKeepsNobodyOut() {
    Person person = houses.admin();
    for (int block = 0; block < 3; block++) {
      fail(address(), person.email(), 5);
    }

    Person.tryFrom(address(), person.email(), person.password()).then().statusCode(200);
  }

  @Test
  void aBrowserThatSignedInBeforeHasTriesOfItsOwn() {
    Person person = houses.admin();
    String block = address();
    String known =
        Person.tryFrom(block, person.email(), person.password()).cookie("zhenma_browser");
    fail(block, person.email(), 5);
    lockedOut(block, person.email(), person.password());

    tryKnown(known, block, person, "wrong password").then().statusCode(401);
    tryKnown(known, block, person, person.password()).then().statusCode(200);
    for (int i = 0; i < 5; i++) {
      tryKnown(known, address(), person, "wrong password").then().statusCode(401);
    }
    tryKnown(known, address(), person, "wrong password").then().statusCode(429);
  }

  @Test
  void aKnownBrowserIsKnownForItsOwnUserOnly() {
    Person one = houses.admin();
    Person other = houses.admin();
    String known = Person.trySigningIn(one.email(), one.password()).cookie("zhenma_browser");
    String block = address();
    for (int i = 0; i < 5; i++) {
      tryKnown(known, block, other, "wrong password").then().statusCode(401);
    }

    tryKnown(known, block, other, "wrong password").then().statusCode(429);
  }

  @Test
  void aBlockThatGuessesForManyUsersIsRefusedBeforeAnythingIsLookedAt() {
    String block = address();
    Person owner = houses.admin();
    String known = Person.tryFrom(block, owner.email(), owner.password()).cookie("zhenma_browser");
    for (int i = 0; i < 60; i++) {
      Person.tryFrom(block, UUID.randomUUID() + "@example.com", "wrong");
    }

    lockedOut(block, UUID.randomUUID() + "@example.com", "wrong");
    tryKnown(known, block, owner, owner.password()).then().statusCode(200);
    Person.tryFrom(address(), owner.email(), owner.password()).then().statusCode(200);
  }

  @Test
  void anAdministratorLetsSomebodyTryAnew() {
    Person person = houses.admin();
    String block = address();
    fail(block, person.email(), 5);
    lockedOut(block, person.email(), person.password());

    houses
        .admin()
        .signIn()
        .request()
        .post("/api/v1/users/" + person.id() + "/unlock")
        .then()
        .statusCode(200);

    Person.tryFrom(block, person.email(), person.password()).then().statusCode(200);
  }

  @Test
  void rightPasswordsAtOnceAreNoAttempts() {
    Person person = houses.admin();
    String block = address();

    List<Integer> answers =
        AtOnce.run(
            IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(
                    i ->
                        () -> Person.tryFrom(block, person.email(), person.password()).statusCode())
                .toList());

    assertThat(answers).containsOnly(200);
  }

  @Test
  void theRightPasswordStartsTheCountAnew() {
    Person person = houses.admin();
    String block = address();
    fail(block, person.email(), 4);
    Person.tryFrom(block, person.email(), person.password()).then().statusCode(200);
    fail(block, person.email(), 4);

    Person.tryFrom(block, person.email(), person.password()).then().statusCode(200);
  }

  @Test
  void anEmailThatNobodyHasIsAnsweredAndLockedLikeAnyOther() {
    String nobody = UUID.randomUUID() + "@example.com";
    Person somebody = houses.admin();
    String block = address();

    Response unknown = Person.tryFrom(block, nobody, "wrong password");
    Response known = Person.tryFrom(block, somebody.email(), "wrong password");

    assertThat(unknown.asString()).isEqualTo(known.asString());
    assertThat(unknown.statusCode()).isEqualTo(401);
    fail(block, nobody, 4);
    lockedOut(block, nobody, "wrong password");
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
  @Tag("thorough")
  void anUnknownEmailTakesAsLongAsAKnownOne() {
    List<String> known = IntStream.range(0, 6).mapToObj(i -> houses.admin().email()).toList();
    List<String> unknown = known.stream().map(email -> "no" + email).toList();
    fail("127.0.0.1", "warm" + known.get(0), 3);

    double ratio = median(unknown) / median(known);

    assertThat(ratio).isBetween(0.4, 2.5);
  }

  @Test
  void lettersWithAccentsAreOtherLetters() {
    Person person = houses.admin();
    String accented = person.email().replace("example", "éxample");
    String decomposed = accented.replace("é", "e\u0301");

    assertThat(Person.trySigningIn(accented, person.password()).statusCode()).isEqualTo(401);
    users.create(
        new NewUser(accented, "Other", Role.PLATFORM_ADMIN, null, "correct horse battery"));
    Person.trySigningIn(decomposed, "correct horse battery").then().statusCode(200);
    assertThatThrownBy(
            () ->
                users.create(
                    new NewUser(
                        decomposed, "Same", Role.PLATFORM_ADMIN, null, "correct horse battery")))
        .isInstanceOf(ProblemException.class);
    Person.trySigningIn("  " + person.email().toUpperCase(Locale.ROOT), person.password())
        .then()
        .statusCode(200);
  }

  @Test
  void manyTriesAtOnceAreNoMoreThanManyInARow() {
    String email = houses.admin().email();
    String block = address();

    List<Integer> answers =
        AtOnce.run(
            IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(
                    i -> () -> Person.tryFrom(block, email, "wrong password").statusCode())
                .toList());

    assertThat(answers).containsOnly(401, 429).filteredOn(status -> status == 401).hasSize(5);
  }

  @Test
  void aFloodOfSignInsFromElsewhereRefusesNobody() {
    Person owner = houses.admin();
    String block = address();
    List<Callable<Integer>> flood =
        IntStream.range(0, 120)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        i % 20 == 10
                            ? Person.tryFrom(address(), owner.email(), owner.password())
                                .statusCode()
                            : Person.tryFrom(block, UUID.randomUUID() + "@example.com", "wrong")
                                .statusCode())
            .toList();

    List<Integer> answers = AtOnce.run(flood);

    assertThat(answers).containsOnly(200, 401, 429, 503);
    assertThat(answers).filteredOn(status -> status == 200).hasSize(6);
    RestAssured.get(ready).then().statusCode(200);
  }

  @Test
  void twoCookiesOfSessionsAreNone() {
    Session one = houses.admin().signIn();
    Session other = houses.admin().signIn();

    RestAssured.given()
        .header("Cookie", "zhenma_session=" + one.cookie() + "; zhenma_session=" + other.cookie())
        .header("X-CSRF-Token", other.antiForgeryToken())
        .get("/api/v1/session")
        .then()
        .statusCode(401);
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
            .detailedCookie("__Host-zhenma_session");

    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    overHttps("__Host-zhenma_session", cookie.getValue()).then().statusCode(200);
    overHttps("zhenma_session", cookie.getValue()).then().statusCode(401);
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

  private static Response overHttps(String name, String value) {
    return RestAssured.given()
        .header("X-Forwarded-Proto", "https")
        .cookie(name, value)
        .get("/api/v1/session");
  }

  /** In a block of addresses that no other test uses. */
  private static String address() {
    int number = NEXT.getAndIncrement();
    return "119." + (80 + number / 256) + "." + number % 256 + ".7";
  }

  private static Response tryKnown(String known, String from, Person person, String password) {
    return Person.trySigningIn(
        RestAssured.given().header("X-Forwarded-For", from).cookie("zhenma_browser", known),
        person.email(),
        password);
  }

  private static void fail(String from, String email, int times) {
    for (int i = 0; i < times; i++) {
      Person.tryFrom(from, email, "wrong password").then().statusCode(401);
    }
  }

  private static long lockedOut(String from, String email, String password) {
    Response answer = Person.tryFrom(from, email, password);
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
