package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import io.zhenma.crypto.PasswordCost;
import io.zhenma.crypto.PasswordHash;
import io.zhenma.tenancy.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People look after their own passwords and sessions; nobody else's password lasts. */
@QuarkusTest
@Tag("database")
class AccountTest {
  private static final String NEW = "another horse, brown";

  /** What somebody may do who must change their password. */
  private static final Set<String> FREE =
      Set.of("GET /api/v1/session", "DELETE /api/v1/session", "PUT /api/v1/account/password");

  @Inject Houses houses;
  @Inject EntityManager entities;

  @Test
  void aChangedPasswordEndsOtherSessionsAndKnownBrowsers() {
    Person person = houses.admin();
    Response first = Person.trySigningIn(person.email(), person.password());
    Session other = person.signIn();
    Session mine = new Session(first.cookie("zhenma_session"), first.path("csrfToken"));

    Response answer = change(mine, person.password(), NEW);

    answer.then().statusCode(200).body("user.email", equalTo(person.email()));
    new Session(answer.cookie("zhenma_session"), "")
        .request()
        .get("/api/v1/session")
        .then()
        .statusCode(200);
    other.request().get("/api/v1/session").then().statusCode(401);
    mine.request().get("/api/v1/session").then().statusCode(401);
    assertThat(Person.trySigningIn(person.email(), person.password()).statusCode()).isEqualTo(401);
    assertThat(answer.cookie("zhenma_browser")).isNotEqualTo(first.cookie("zhenma_browser"));
    for (int i = 0; i < 5; i++) {
      known(first.cookie("zhenma_browser"), person, "wrong").then().statusCode(401);
    }
    known(first.cookie("zhenma_browser"), person, "wrong").then().statusCode(429);
    known(answer.cookie("zhenma_browser"), person, NEW).then().statusCode(200);
  }

  @Test
  void theOldPasswordIsAskedAndGuessingItIsSlow() {
    Person person = houses.admin();
    Session session = person.signIn();
    for (int i = 0; i < 5; i++) {
      change(session, "not the one", NEW)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("current"));
    }

    change(session, person.password(), NEW).then().statusCode(429);
  }

  @Test
  void aWeakPasswordOrTheSameIsRefused() {
    Person person = houses.admin();
    Session session = person.signIn();

    for (String weak :
        new String[] {"passwordpassword", "            ", "short", person.password()}) {
      change(session, person.password(), weak)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("wanted"));
    }
  }

  @Test
  void aPasswordIsItsTextHoweverItIsTyped() {
    Person person = houses.admin();
    Session session = person.signIn();
    change(session, person.password(), "caf\u00e9 on the corner").then().statusCode(200);

    Person.trySigningIn(person.email(), "cafe\u0301 on the corner").then().statusCode(200);
    Person.trySigningIn(person.email(), "cafe on the corner").then().statusCode(401);
  }

  @Test
  void aHashOfBytesFromBeforeStillMatchesAndIsMadeAnew() {
    Person person = houses.admin();
    String typed = "cafe\u0301 on the corner";
    store(person, PasswordHash.of(typed, new PasswordCost(128, 2)).phc());

    Person.trySigningIn(person.email(), typed).then().statusCode(200);
    Person.trySigningIn(person.email(), "caf\u00e9 on the corner").then().statusCode(200);
  }

  @Test
  void aFirstPasswordOpensNothingButItsChange() {
    Scene scene = Scene.with(houses, 1);
    String email = UUID.randomUUID() + "@example.com";
    scene
        .admin()
        .request()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "email", email,
                "name", "New",
                "role", "BRAND_OPERATOR",
                "brandId", scene.house().brand().id(),
                "password", "told by somebody"))
        .post("/api/v1/users")
        .then()
        .statusCode(201);
    Person person = new Person(0, Role.BRAND_OPERATOR, email, "told by somebody");
    Session session = person.signIn();
    session.request().get("/api/v1/session").then().body("mustChange", equalTo(true));

    assertAll(
        Contract.ALL.stream()
            .filter(contract -> contract.rule() != Rule.ANYONE)
            .filter(contract -> !FREE.contains(contract.toString()))
            .map(contract -> () -> refused(contract, session, scene.house())));
    Response changed = change(session, person.password(), NEW);
    changed.then().statusCode(200).body("mustChange", equalTo(false));
    new Session(changed.cookie("zhenma_session"), "")
        .request()
        .get("/api/v1/products")
        .then()
        .statusCode(200);
  }

  private static void refused(Contract contract, Session session, House house) {
    Response answer = contract.ask(session.request(), house);
    assertThat(answer.statusCode()).as(contract.toString()).isEqualTo(403);
    assertThat(answer.<String>path("type"))
        .as(contract.toString())
        .isEqualTo("urn:zhenma:problem:must-change");
  }

  @Test
  void aLinkForANewPasswordWorksOnce() {
    Person person = houses.admin();
    Session before = person.signIn();
    String former = link(person);
    String token = link(person);

    redeem(former, NEW).then().statusCode(409);
    redeem(token, "passwordpassword").then().statusCode(400);
    redeem(token, NEW).then().statusCode(204);
    redeem(token, NEW + "!").then().statusCode(409);

    before.request().get("/api/v1/session").then().statusCode(401);
    Person.trySigningIn(person.email(), NEW)
        .then()
        .statusCode(200)
        .body("mustChange", equalTo(false));
  }

  @Test
  void aLinkForANewPasswordExpires() {
    Person person = houses.admin();
    String token = link(person);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "UPDATE password_reset SET expires_at = UTC_TIMESTAMP(3) WHERE user_id = ?1")
                    .setParameter(1, person.id())
                    .executeUpdate());

    redeem(token, NEW).then().statusCode(409);
  }

  @Test
  void oneSeesOnesSessionsAndEndsThem() {
    Person person = houses.admin();
    Session mine = person.signIn();
    Session second = person.signIn();
    Session third = person.signIn();
    String stranger =
        houses.admin().signIn().request().get("/api/v1/account/sessions").path("items[0].id");
    Response list = mine.request().get("/api/v1/account/sessions");
    list.then().body("items", hasSize(3));
    assertThat(list.<String>path("items.find { it.current }.network")).isEqualTo("127.0.0.1");
    String others = list.path("items.find { !it.current }.id");

    mine.request().delete("/api/v1/account/sessions/" + stranger).then().statusCode(404);
    mine.request().delete("/api/v1/account/sessions/" + others).then().statusCode(204);
    mine.request().get("/api/v1/account/sessions").then().body("items", hasSize(2));
    mine.request().delete("/api/v1/account/sessions").then().statusCode(204);

    mine.request().get("/api/v1/account/sessions").then().body("items", hasSize(1));
    second.request().get("/api/v1/session").then().statusCode(401);
    third.request().get("/api/v1/session").then().statusCode(401);
  }

  private static Response change(Session session, String current, String wanted) {
    return session
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("current", current, "wanted", wanted))
        .put("/api/v1/account/password");
  }

  private static Response known(String browser, Person person, String password) {
    return Person.trySigningIn(
        RestAssured.given()
            .header("X-Forwarded-For", "119.79.3.7")
            .cookie("zhenma_browser", browser),
        person.email(),
        password);
  }

  private String link(Person person) {
    return houses
        .admin()
        .signIn()
        .request()
        .post("/api/v1/users/" + person.id() + "/password-reset")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  private static Response redeem(String token, String password) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("token", token, "password", password))
        .post("/api/v1/password-resets");
  }

  private void store(Person person, String hash) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery("UPDATE app_user SET password_hash = ?1 WHERE id = ?2")
                    .setParameter(1, hash)
                    .setParameter(2, person.id())
                    .executeUpdate());
  }
}
