package io.zhenma.access;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import io.zhenma.crypto.AppCodes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A person's telephone with an app that makes codes, and their paper with recovery codes.
 *
 * @param session the one that went on when the second factor was set up
 */
record App(String secret, List<String> recoveryCodes, Session session) {
  private static final String PATH = "/api/v1/account/second-factor";

  /** Sets a second factor up, in a session of theirs. */
  static App enrol(Person person) {
    return enrol(person, person.signIn());
  }

  static App enrol(Person person, Session session) {
    String secret =
        start(session, person.password()).then().statusCode(201).extract().path("secret");
    // Of the step before: so that the present one is there to sign in with
    String code = AppCodes.at(secret, Instant.now().minusSeconds(30));
    Response on = json(session, Map.of("code", code)).put(PATH);
    on.then().statusCode(200);
    return new App(
        secret,
        on.path("recoveryCodes"),
        new Session(on.cookie("zhenma_session"), on.path("session.csrfToken")));
  }

  static Response start(Session session, String password) {
    return json(session, Map.of("password", password)).post(PATH);
  }

  /** What the app shows now. */
  String code() {
    return AppCodes.at(secret, Instant.now());
  }

  /** Signs in as far as the password goes. */
  static Session half(Person person) {
    Response answer = Person.trySigningIn(person.email(), person.password());
    answer.then().statusCode(200);
    return new Session(answer.cookie("zhenma_session"), answer.path("csrfToken"));
  }

  static Response prove(Session half, String code) {
    return json(half, Map.of("code", code)).post("/api/v1/session/second-factor");
  }

  static Session session(Response answer) {
    answer.then().statusCode(200);
    return new Session(answer.cookie("zhenma_session"), answer.path("csrfToken"));
  }

  static Response proved(Session session, String what, String password, String code) {
    return json(session, Map.of("password", password, "code", code)).post(PATH + "/" + what);
  }

  private static io.restassured.specification.RequestSpecification json(
      Session session, Map<String, String> body) {
    return (session.cookie().isEmpty() ? given() : session.request())
        .contentType(ContentType.JSON)
        .body(body);
  }
}
