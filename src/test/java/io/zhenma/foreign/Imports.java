package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zhenma.TestBrand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Imports by a brand's operator over HTTP. */
public record Imports(TestBrand.Staffed brand) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Posts a list; {@code parameters} beside the day of production. */
  public ValidatableResponse post(byte[] csv, Map<String, ?> parameters) {
    return request()
        .contentType("text/csv")
        .queryParam("producedOn", "2026-01-02")
        .queryParams(parameters)
        .body(csv)
        .post("/api/v1/code-imports")
        .then();
  }

  /** Imports a list and waits for its end. */
  public JsonPath run(String csv, Map<String, ?> parameters) {
    long id =
        post(csv.getBytes(StandardCharsets.UTF_8), parameters)
            .statusCode(202)
            .extract()
            .jsonPath()
            .getLong("id");
    return ended(id);
  }

  /** Waits until the import has ended. */
  public JsonPath ended(long id) {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonPath now = get(id);
    while (now.getString("state").matches("WAITING|RUNNING")) {
      assertThat(Instant.now()).as("import %d does not end", id).isBefore(deadline);
      pause();
      now = get(id);
    }
    return now;
  }

  public JsonPath get(long id) {
    return request().get("/api/v1/code-imports/" + id).then().statusCode(200).extract().jsonPath();
  }

  public JsonPath refusals(long id) {
    return request()
        .header("Accept-Language", "en")
        .get("/api/v1/code-imports/" + id + "/refusals?size=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private RequestSpecification request() {
    return brand.operator().request();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
