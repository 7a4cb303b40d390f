package io.zhenma.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every answer tells the browser that it may do. */
@QuarkusTest
class HeadersTest {
  @Inject Houses houses;

  private static @Nullable Scene shared;

  private Scene scene() {
    Scene scene = shared == null ? Scene.with(houses, 1) : shared;
    shared = scene;
    return scene;
  }

  @Test
  void everyEndpointsAnswerIsGuarded() {
    assertAll(
        Contract.ALL.stream()
            .filter(contract -> !contract.endpoint().path().endsWith("/session"))
            .map(
                contract ->
                    () -> {
                      Response answer =
                          contract.ask(scene().allowed(contract).request(), scene().house());
                      assertGuarded(contract.toString(), answer);
                    }));
  }

  @Test
  void refusalsPagesAndOtherRoutesAreGuardedToo() {
    assertAll(
        Stream.of(
                "/",
                "/nowhere",
                "/api/v1/nowhere",
                "/api/v1/products",
                "/console/",
                "/q/health",
                "/01/123/21/ABC")
            .map(path -> () -> assertGuarded(path, given().get(path))));
  }

  @Test
  void onlyThePagesThatUseThemMayAskForCameraOrPosition() {
    assertThat(given().get("/check").header("Permissions-Policy"))
        .isEqualTo("camera=(self), geolocation=(), microphone=()");
    for (String page : List.of("/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB", "/c/tea/X-1")) {
      assertThat(given().get(page).header("Permissions-Policy"))
          .isEqualTo("camera=(), geolocation=(self), microphone=()");
    }
    for (String page : List.of("/console/", "/complaint", "/api/v1/products", "/nowhere")) {
      assertThat(given().get(page).header("Permissions-Policy"))
          .isEqualTo("camera=(), geolocation=(), microphone=()");
    }
  }

  @Test
  void whoComesByHttpsStaysThere() {
    for (String path : List.of("/check", "/console/", "/api/v1/products", "/nowhere")) {
      assertThat(
              given()
                  .header("X-Forwarded-Proto", "https")
                  .get(path)
                  .header("Strict-Transport-Security"))
          .isEqualTo("max-age=31536000");
      assertThat(given().get(path).header("Strict-Transport-Security")).isNull();
    }
  }

  @Test
  void theConsoleMayLoadItsOwnScripts() {
    assertThat(given().get("/console/").header("Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void whatIsSomebodysIsKeptByNobody() {
    assertAll(
        Contract.ALL.stream()
            .filter(contract -> !contract.endpoint().path().contains("/maps/"))
            .filter(contract -> contract.request().startsWith("/api/"))
            .filter(contract -> !contract.toString().equals("DELETE /api/v1/session"))
            .map(
                contract ->
                    () -> {
                      Response answer =
                          contract.ask(scene().allowed(contract).request(), scene().house());
                      assertThat(answer.headers().getValues("Cache-Control"))
                          .as(contract.toString())
                          .containsExactly("no-store");
                    }));
  }

  @Test
  void mapsMayBeKept() {
    assertThat(given().get("/api/v1/maps/china.json").headers().getValues("Cache-Control"))
        .containsExactly("public, max-age=86400");
  }

  @Test
  void noOtherSiteMayReadAnything() {
    Response answer =
        given()
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "POST")
            .options("/api/v1/scans");

    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  private static void assertGuarded(String what, Response answer) {
    List<String> policies = answer.headers().getValues("Content-Security-Policy");
    assertThat(policies).as(what).hasSize(1);
    assertThat(policies.get(0))
        .as(what)
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(answer.headers().getValues("X-Content-Type-Options"))
        .as(what)
        .containsExactly("nosniff");
    assertThat(answer.headers().getValues("X-Frame-Options")).as(what).containsExactly("DENY");
    assertThat(answer.headers().getValues("Referrer-Policy"))
        .as(what)
        .containsExactly("same-origin");
    assertThat(answer.headers().getValues("Cross-Origin-Opener-Policy"))
        .as(what)
        .containsExactly("same-origin");
    assertThat(answer.headers().getValues("Permissions-Policy"))
        .as(what)
        .singleElement()
        .asString()
        .contains("microphone=()");
    assertThat(answer.header("Server")).as(what).isNull();
  }
}
