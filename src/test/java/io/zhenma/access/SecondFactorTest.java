package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import io.zhenma.crypto.AppCodes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A code after the password, of a person's app or of their paper. */
@QuarkusTest
@Tag("database")
class SecondFactorTest {
  private static final String ME = "/api/v1/session";

  /** What somebody may do who has yet to give the code. */
  private static final Set<String> HALF =
      Set.of("GET /api/v1/session", "DELETE /api/v1/session", "POST /api/v1/session/second-factor");

  @Inject Houses houses;
  @Inject EntityManager entities;

  @Test
  void aPasswordAloneOpensNothingAndTheCodeOpensAll() {
    Scene scene = Scene.with(houses, 1);
    Person person = scene.house().operator();
    App app = App.enrol(person);
    Session half = App.half(person);
    half.request()
        .get(ME)
        .then()
        .body("codeWanted", equalTo(true))
        .body("recoveryCodesLeft", nullValue());

    assertAll(
        Contract.ALL.stream()
            .filter(contract -> contract.rule() != Rule.ANYONE)
            .filter(contract -> !HALF.contains(contract.toString()))
            .map(contract -> () -> refused(contract, half, scene.house())));

    Response answer = App.prove(half, app.code());
    answer
        .then()
        .statusCode(200)
        .body("codeWanted", equalTo(false))
        .body("recoveryCodesLeft", equalTo(10));
    App.session(answer).request().get("/api/v1/products").then().statusCode(200);
    half.request().get(ME).then().statusCode(401);
    assertThat(answer.cookie("zhenma_browser")).isNotEmpty();
  }

  private static void refused(Contract contract, Session session, House house) {
    Response answer = contract.ask(session.request(), house);
    assertThat(answer.statusCode()).as(contract.toString()).isEqualTo(403);
    assertThat(answer.<String>path("type"))
        .as(contract.toString())
        .isEqualTo("urn:zhenma:problem:second-factor");
  }

  @Test
  void aStepOfTheCodeNeedsTheSessionsToken() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Session half = App.half(person);

    half.withoutToken()
        .contentType(ContentType.JSON)
        .body(Map.of("code", app.code()))
        .post("/api/v1/session/second-factor")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:zhenma:problem:csrf"));
    App.prove(Session.NONE, app.code()).then().statusCode(401);
    App.prove(app.session(), app.code()).then().statusCode(409);
  }

  @Test
  void aCodeIsGoodOnce() {
    Person person = houses.admin();
    App app = App.enrol(person);
    String code = app.code();
    App.prove(App.half(person), code).then().statusCode(200);

    App.prove(App.half(person), code)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("code"));
    // One of an earlier step, which nobody used, neither
    App.prove(App.half(person), AppCodes.at(app.secret(), Instant.now().minusSeconds(30)))
        .then()
        .statusCode(400);
  }

  @Test
  void ofTwoWhoSendACodeAtOnceOneGetsIn() {
    Person person = houses.admin();
    App app = App.enrol(person);

    assertThat(winners(person, app.code())).isEqualTo(1);
    assertThat(winners(person, app.recoveryCodes().get(0))).isEqualTo(1);
  }

  /** Six sessions give the same code. */
  private long winners(Person person, String code) {
    List<Session> halves = Collections.nCopies(6, person).stream().map(App::half).toList();
    List<Integer> answers =
        AtOnce.run(
            halves.stream()
                .<Callable<Integer>>map(half -> () -> App.prove(half, code).statusCode())
                .toList());
    forgetTries();
    assertThat(answers).allMatch(status -> Set.of(200, 400, 429).contains(status));
    return answers.stream().filter(status -> status == 200).count();
  }

  @Test
  void aHalfSessionBecomesOneSessionAlone() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Session half = App.half(person);

    List<Integer> answers =
        AtOnce.run(
            List.of(
                () -> App.prove(half, app.recoveryCodes().get(0)).statusCode(),
                () -> App.prove(half, app.recoveryCodes().get(1)).statusCode()));

    assertThat(answers.stream().filter(status -> status == 200).count()).isEqualTo(1);
  }

  @Test
  void aRecoveryCodeStandsInForTheAppOnce() {
    Person person = houses.admin();
    App app = App.enrol(person);
    assertThat(app.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    String typed = " " + app.recoveryCodes().get(3).toLowerCase(java.util.Locale.ROOT) + "\n";

    App.prove(App.half(person), typed).then().statusCode(200).body("recoveryCodesLeft", equalTo(9));
    App.prove(App.half(person), typed).then().statusCode(400);

    assertThat(details(person, "recovery-code-used")).containsExactly("9 left");
    App.prove(App.half(person), wide(app.code().substring(0, 3)) + " " + app.code().substring(3))
        .then()
        .statusCode(200);
  }

  /** As Chinese input methods write digits. */
  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '\uff10')));
    return wide.toString();
  }

  @Test
  void wrongCodesMustWaitAndKeepAKnownBrowserOutOfNothing() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Response first = App.prove(App.half(person), app.code());
    String known = first.cookie("zhenma_browser");
    Session half = App.half(person);
    for (int i = 0; i < 5; i++) {
      App.prove(half, "12345" + i).then().statusCode(400);
    }

    App.prove(half, app.recoveryCodes().get(0)).then().statusCode(429);
    App.prove(App.half(person), app.recoveryCodes().get(0)).then().statusCode(429);
    Session mine = App.half(person);
    mine.request()
        .cookie("zhenma_browser", known)
        .contentType(ContentType.JSON)
        .body(Map.of("code", app.recoveryCodes().get(0)))
        .post("/api/v1/session/second-factor")
        .then()
        .statusCode(200);
  }

  @Test
  void whoDoesNotKnowThePasswordUsesUpNoTriesOfCodes() {
    Person person = houses.admin();
    App app = App.enrol(person);
    for (int i = 0; i < 20; i++) {
      Person.tryFrom("119.76.1.1", person.email(), "wrong password");
    }

    App.prove(App.half(person), app.code()).then().statusCode(200);
  }

  @Test
  void aHalfSessionEndsAfterFiveMinutes() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Session half = App.half(person);
    change(
        "UPDATE user_session SET created_at = UTC_TIMESTAMP(3) - INTERVAL 301 SECOND,"
            + " expires_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY WHERE proved = FALSE AND user_id = "
            + person.id());

    App.prove(half, app.code()).then().statusCode(401);
    assertThat(
            count(
                "SELECT COUNT(*) FROM user_session WHERE user_id = "
                    + person.id()
                    + " AND expires_at > UTC_TIMESTAMP(3) + INTERVAL 13 HOUR"))
        .isEqualTo(1);
  }

  @Test
  void aHalfSessionIsNoPlaceWhereOneIsSignedIn() {
    Person person = houses.admin();
    App app = App.enrol(person);
    App.half(person);

    app.session().request().get("/api/v1/account/sessions").then().body("items", hasSize(1));
  }

  @Test
  void settingItUpEndsOtherSessionsAndKnownBrowsers() {
    Person person = houses.admin();
    Response first = Person.trySigningIn(person.email(), person.password());
    Session other = person.signIn();
    Session mine = new Session(first.cookie("zhenma_session"), first.path("csrfToken"));
    App app = App.enrol(person, mine);

    other.request().get(ME).then().statusCode(401);
    mine.request().get(ME).then().statusCode(401);
    app.session().request().get("/api/v1/users").then().statusCode(200);
    App.start(app.session(), person.password()).then().statusCode(409);
    for (int i = 0; i < 5; i++) {
      known(first.cookie("zhenma_browser"), person).then().statusCode(401);
    }
    known(first.cookie("zhenma_browser"), person).then().statusCode(429);
  }

  private static Response known(String browser, Person person) {
    return Person.trySigningIn(
        RestAssured.given()
            .header("X-Forwarded-For", "119.76.3.7")
            .cookie("zhenma_browser", browser),
        person.email(),
        "wrong");
  }

  @Test
  void itCountsOnlyOnceACodeOfTheAppCame() {
    Person person = houses.admin();
    Session session = person.signIn();
    App.start(session, "not the one").then().statusCode(400);
    String former = App.start(session, person.password()).path("secret");
    String secret = App.start(session, person.password()).path("secret");

    person.signIn().request().get("/api/v1/users").then().statusCode(200);
    confirm(session, AppCodes.at(former, Instant.now())).then().statusCode(400);
    change(
        "UPDATE second_factor SET started_at = started_at - INTERVAL 31 MINUTE WHERE user_id = "
            + person.id());
    confirm(session, AppCodes.at(secret, Instant.now())).then().statusCode(409);
  }

  @Test
  void settingItUpGivesFiveTriesOfACode() {
    Person person = houses.admin();
    Session session = person.signIn();
    confirm(session, "123456").then().statusCode(409);
    String secret = App.start(session, person.password()).path("secret");
    for (int i = 0; i < 5; i++) {
      confirm(session, "wrong" + i).then().statusCode(400);
    }

    confirm(session, AppCodes.at(secret, Instant.now())).then().statusCode(429);
  }

  @Test
  void aRecoveryCodeNeedsNoSecretOfTheApp() {
    Person person = houses.admin();
    App app = App.enrol(person);
    change("UPDATE second_factor SET secret = REVERSE(secret) WHERE user_id = " + person.id());

    Session session = App.session(App.prove(App.half(person), app.recoveryCodes().get(0)));
    App.proved(session, "removal", person.password(), app.recoveryCodes().get(1))
        .then()
        .statusCode(200);
    person.signIn().request().get("/api/v1/users").then().statusCode(200);
  }

  @Test
  void onlyTheNewestHalfSessionsAreKept() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Session first = App.half(person);
    for (int i = 0; i < 10; i++) {
      App.half(person);
    }

    App.prove(first, app.code()).then().statusCode(401);
    assertThat(
            count(
                "SELECT COUNT(*) FROM user_session WHERE proved = FALSE AND user_id = "
                    + person.id()))
        .isEqualTo(10);
    app.session().request().get(ME).then().statusCode(200);
  }

  private static Response confirm(Session session, String code) {
    return session
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .put("/api/v1/account/second-factor");
  }

  @Test
  void newRecoveryCodesNeedPasswordAndCode() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Session mine = app.session();
    App.proved(mine, "recovery-codes", "not the one", app.code()).then().statusCode(400);
    App.proved(mine, "recovery-codes", person.password(), "000000").then().statusCode(400);

    List<String> fresh =
        App.proved(mine, "recovery-codes", person.password(), app.code()).path("recoveryCodes");

    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
    App.prove(App.half(person), app.recoveryCodes().get(0)).then().statusCode(400);
    App.prove(App.half(person), fresh.get(0)).then().statusCode(200);
  }

  @Test
  void switchingItOffNeedsPasswordAndCode() {
    Person person = houses.admin();
    App app = App.enrol(person);
    Session other = App.session(App.prove(App.half(person), app.recoveryCodes().get(0)));
    App.proved(app.session(), "removal", "not the one", app.code()).then().statusCode(400);
    App.proved(app.session(), "removal", person.password(), "000000").then().statusCode(400);

    Session left = App.session(App.proved(app.session(), "removal", person.password(), app.code()));

    left.request().get("/api/v1/users").then().statusCode(200);
    other.request().get(ME).then().statusCode(401);
    person.signIn().request().get("/api/v1/users").then().statusCode(200);
    assertThat(count("SELECT COUNT(*) FROM recovery_code WHERE user_id = " + person.id())).isZero();
    assertThat(count("SELECT COUNT(*) FROM second_factor WHERE user_id = " + person.id())).isZero();
  }

  @Test
  void whoNeverHadOneSignsInAsBefore() {
    Session session = houses.admin().signIn();

    session
        .request()
        .get("/api/v1/account/second-factor")
        .then()
        .body("on", equalTo(false))
        .body("demanded", equalTo(false));
    App.proved(session, "removal", "whatever it is", "000000").then().statusCode(409);
  }

  @Test
  void itIsAuditedAndNoSecretIsAnywhere() {
    Person person = houses.admin();
    App app = App.enrol(person);
    String used = app.code();
    App.prove(App.half(person), used).then().statusCode(200);

    assertThat(details(person, "second-factor-on")).containsExactly("");
    assertThat(details(person, "sign-in")).contains("second factor");
    assertThat(details(person, "second-factor-asked")).containsExactly("");
    byte[] secret =
        (byte[])
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        entities
                            .createNativeQuery(
                                "SELECT secret FROM second_factor WHERE user_id = ?1")
                            .setParameter(1, person.id())
                            .getSingleResult());
    assertThat(secret).hasSize(20 + 1 + 12 + 16);
    for (String word : List.of(app.secret(), app.recoveryCodes().get(0))) {
      assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE detail LIKE '%" + word + "%'"))
          .isZero();
    }
  }

  private List<Object> details(Person person, String action) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createNativeQuery(
                        "SELECT detail FROM audit_entry WHERE action = ?1 AND subject = ?2",
                        Object.class)
                    .setParameter(1, action)
                    .setParameter(2, "user:" + person.id())
                    .getResultStream()
                    .map(Object.class::cast)
                    .toList());
  }

  private long count(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
  }

  private void forgetTries() {
    change("DELETE FROM sign_in_attempt WHERE source LIKE 'code:%'");
  }

  private void change(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }
}
