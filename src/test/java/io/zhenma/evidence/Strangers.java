package io.zhenma.evidence;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** People who have nothing to do with each other, and check the same code. */
final class Strangers {
  /** So many make a code suspect by the standard policy. */
  static final int ENOUGH = 8;

  private static final String AGENT =
      "Mozilla/5.0 (Linux; Android 12; Phone/%d) AppleWebKit/537.36 Chrome/116.0.0.0 Mobile"
          + " Safari/537.36 NetType/WIFI";

  private Strangers() {}

  /** Enough of them that the code is suspect afterwards. */
  static void makeSuspect(String link) {
    for (int who = 1; who <= ENOUGH; who++) {
      scan(link, who);
    }
  }

  /** Somebody in Shenzhen with a phone and a line of their own, who keeps no cookie. */
  static ValidatableResponse scan(String link, int who) {
    return scan(link, "113.88." + who % 250 + ".34", who);
  }

  static ValidatableResponse scan(String link, String address, int who) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", address)
        .header("User-Agent", AGENT.formatted(who))
        .header("Accept-Language", "en")
        .body(Map.of("scanId", UUID.randomUUID(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }
}
