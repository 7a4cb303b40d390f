package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.access.Person.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Has a brand's operator make what belongs to deliveries. */
final class Deliveries {
  /** Of a printing house: DER in base64, valid for a hundred years. */
  static final String CERTIFICATE = certificate();

  /** A label template that fits. */
  static final String DESIGN =
      """
      {"page":"A4","pageWidthMm":0,"pageHeightMm":0,"marginXMm":10,"marginYMm":10,"gapXMm":2,"gapYMm":2,
       "cutMarks":false,"labelWidthMm":40,"labelHeightMm":40,"arrangement":"STACKED","pairs":false,
       "codeSideMm":25,"quietZone":4,"correction":"M","mask":"STANDARD","texts":["SERIAL","LOT"],
       "textPt":6,"outerWord":"OUTER","innerWord":"INNER","logoHeightMm":0,"dpi":300}
      """
          .replaceAll("\\s*\n\\s*", "");

  private Deliveries() {}

  /** A delivery that is ready, and a printing house that was deactivated since. */
  static Map<String, String> make(Session operator, int batch) {
    int delivery = post(operator, "/batches/" + batch + "/deliveries", "{\"format\":\"CSV\"}", 202);
    String house = "{\"name\":\"Former house\",\"certificate\":\"" + CERTIFICATE + "\"}";
    awaitReady(operator, delivery);
    int former = post(operator, "/printing-houses", house, 201);
    post(operator, "/printing-houses/" + former + "/deactivation", "", 200);
    String template = "{\"name\":\"Of the brand\",\"design\":" + DESIGN + "}";
    return Map.of(
        "{delivery}",
        Integer.toString(delivery),
        "{printing-house}",
        Integer.toString(former),
        "{template}",
        operator
            .request()
            .contentType("application/json")
            .body(template)
            .post("/api/v1/label-templates")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private static int post(Session operator, String path, String body, int status) {
    return operator
        .request()
        .contentType("application/json")
        .body(body)
        .post("/api/v1" + path)
        .then()
        .statusCode(status)
        .extract()
        .path("id");
  }

  private static void awaitReady(Session operator, int delivery) {
    String state = "QUEUED";
    try {
      for (int i = 0; i < 200 && !state.equals("READY"); i++) {
        Thread.sleep(50);
        state = operator.request().get("/api/v1/deliveries/" + delivery).path("state");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    assertThat(state).isEqualTo("READY");
  }

  private static String certificate() {
    try {
      return Files.readString(Path.of("src/test/resources/delivery/house.pem"))
          .replaceAll("-----[A-Z ]*-----|\\s", "");
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
