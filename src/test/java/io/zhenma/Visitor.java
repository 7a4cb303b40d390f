package io.zhenma;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody signed in to the running application. */
public record Visitor(String session, String csrfToken) {

  /** Signs in through the API. */
  public static Visitor signIn(String email, String password) {
    var response =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("email", email, "password", password))
            .post("/api/v1/session")
            .then()
            .statusCode(200)
            .extract();
    return new Visitor(response.cookie("zhenma_session"), response.path("csrfToken"));
  }

  /** A request in this session's name. */
  public RequestSpecification request() {
    return given()
        .cookie("zhenma_session", session)
        .header("X-CSRF-Token", csrfToken)
        .contentType(ContentType.JSON);
  }
}
