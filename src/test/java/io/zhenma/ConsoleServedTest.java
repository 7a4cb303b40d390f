package io.zhenma;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** How the console's files leave the server. */
@QuarkusTest
class ConsoleServedTest {

  @Test
  void thePageComesWithAPolicyWithoutInlineCodeAndIsCheckedEachTime() {
    given()
        .get("/console/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("Cache-Control", equalTo("no-cache"));
  }

  @Test
  void theBundleHasAStableNameThatLeadsToAFileForGood() {
    Response stable = given().redirects().follow(false).get("/console/static/app.js");
    stable.then().statusCode(302).header("Cache-Control", not(containsString("immutable")));
    given()
        .header("Accept-Encoding", "gzip")
        .get(stable.header("Location"))
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("immutable"));
  }
}
