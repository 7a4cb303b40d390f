package io.zhenma.access;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenma.tenancy.Role;
import java.util.Map;

/** Somebody who can sign in. */
record Person(long id, Role role, String email, String password) {

  Session signIn() {
    Response answer = trySigningIn(email, password);
    answer.then().statusCode(200);
    return new Session(answer.cookie("zhenma_session"), answer.path("csrfToken"));
  }

  static Response trySigningIn(String email, String password) {
    return trySigningIn(given(), email, password);
  }

  /** From a block of addresses of its own. */
  static Response tryFrom(String address, String email, String password) {
    return trySigningIn(given().header("X-Forwarded-For", address), email, password);
  }

  static Response trySigningIn(RequestSpecification as, String email, String password) {
    return as.contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/session");
  }

  /** What a browser holds while somebody is signed in; empty for nobody. */
  record Session(String cookie, String antiForgeryToken) {
    static final Session NONE = new Session("", "");

    RequestSpecification request() {
      return withoutToken().header("X-CSRF-Token", antiForgeryToken);
    }

    RequestSpecification withoutToken() {
      RequestSpecification request = given().urlEncodingEnabled(false);
      return cookie.isEmpty() ? request : request.cookie("zhenma_session", cookie);
    }
  }
}
