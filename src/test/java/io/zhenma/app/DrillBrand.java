package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.app.PackagedProgram.Server;
import java.util.List;
import java.util.Map;

/**
 * A brand with one batch on sale, made over HTTP as its people would.
 *
 * @param id the brand's number
 * @param links the inner codes, item by item
 */
record DrillBrand(long id, List<String> links) {
  static final String PASSWORD = "a password for the drill";
  private static final String FIRST = "the first of the operator";

  /** Makes it on an empty platform whose first administrator has {@link #PASSWORD}. */
  static DrillBrand of(Server server, int items) {
    Person admin = Person.of(server, "admin@localhost");
    int brand =
        admin
            .post(
                "/brands", Map.of("slug", "drill", "name", "Drill", "prefixes", List.of("6901234")))
            .path("id");
    admin.post(
        "/users",
        Map.of(
            "email", "operator@drill.test",
            "name", "Operator",
            "role", "BRAND_OPERATOR",
            "brandId", brand,
            "password", FIRST));
    Person.of(server, "operator@drill.test", FIRST).changePassword();
    Person operator = Person.of(server, "operator@drill.test");
    operator.post(
        "/products",
        Map.of("gtin", "06901234567892", "name", "Tea", "category", "Tea", "listPriceFen", 1));
    operator.post(
        "/batches",
        Map.of(
            "gtin", "06901234567892", "quantity", items, "lot", "L1", "producedOn", "2026-01-02"));
    operator.post("/batches/1/moves", Map.of("to", "ACTIVE", "reason", "drill"));
    String csv = operator.get("/batches/1/codes.csv?kind=inner");
    return new DrillBrand(brand, csv.lines().skip(1).map(line -> line.split(",")[3]).toList());
  }

  /** What the brand's operator reads at an address of the API, each time signed in anew. */
  static Response read(Server server, String path) {
    Person operator = Person.of(server, "operator@drill.test");
    return server.request().cookies(operator.cookies()).get("/api/v1" + path);
  }

  /** Somebody signed in. */
  private record Person(Server server, Map<String, String> cookies, String token) {
    static Person of(Server server, String email) {
      return of(server, email, PASSWORD);
    }

    static Person of(Server server, String email, String password) {
      Response answer =
          server
              .request()
              .contentType(ContentType.JSON)
              .body(Map.of("email", email, "password", password))
              .post("/api/v1/session");
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      return new Person(server, answer.cookies(), answer.path("csrfToken"));
    }

    void changePassword() {
      server
          .request()
          .cookies(cookies)
          .header("X-CSRF-Token", token)
          .contentType(ContentType.JSON)
          .body(Map.of("current", FIRST, "wanted", PASSWORD))
          .put("/api/v1/account/password")
          .then()
          .statusCode(200);
    }

    Response post(String path, Map<String, Object> body) {
      Response answer =
          server
              .request()
              .cookies(cookies)
              .header("X-CSRF-Token", token)
              .contentType(ContentType.JSON)
              .body(body)
              .post("/api/v1" + path);
      assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
      return answer;
    }

    String get(String path) {
      return server.request().cookies(cookies).get("/api/v1" + path).asString();
    }
  }
}
