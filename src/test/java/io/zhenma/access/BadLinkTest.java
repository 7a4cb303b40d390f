package io.zhenma.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that no item carries gets a page that says so, whatever is in it. */
@QuarkusTest
class BadLinkTest {
  private static final String SERIAL = "10000000000000000000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/01/123/21/" + SERIAL,
        "/01/06901234567890/21/" + SERIAL,
        "/01/0690123456789X/21/" + SERIAL,
        "/01/06901234567892/21/ABC",
        "/01/06901234567892/21/UUUUUUUUUUUUUUUUUUUU",
        "/01/06901234567892/21/%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00",
        "/01/06901234567892/21/%0d%0aSet-Cookie:%20a=b",
        "/01/06901234567892/21/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/01/06901234567892/21/%F0%9F%8D%B5",
        "/01/06901234567892/21/%C0%80"
      })
  void aMalformedLinkIsAPageForPeopleAndA404ForMachines(String path) {
    for (Response answer :
        List.of(
            given().urlEncodingEnabled(false).get(path),
            given().urlEncodingEnabled(false).contentType(ContentType.URLENC).post(path))) {
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.contentType()).as(path).startsWith("text/html");
      assertThat(answer.cookies()).as(path).isEmpty();
      assertThat(answer.asString())
          .as(path)
          .contains("<html")
          .doesNotContain("<script>alert", "Exception", "io.zhenma");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/01/06901234567892/21/%zz", "/01/06901234567892/21/%"})
  void aBrokenEncodingIsRefused(String path) throws IOException {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 4")
        .doesNotContain("Exception", "io.zhenma", "io.vertx");
  }

  /** No client library sends such a request. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anAddressOfFourKilobytesIsRefused() {
    Response answer = given().get("/01/06901234567892/21/" + "A".repeat(5_000));

    assertThat(answer.statusCode()).isEqualTo(414);
  }

  @Test
  void aForgedCodeIsUnknownAndNoError() {
    given()
        .contentType(ContentType.URLENC)
        .formParam("scan", UUID.randomUUID())
        .post("/01/06901234567892/21/" + SERIAL)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan=nonsense",
        "scan=11111111-1111-1111-1111-111111111111&lat=91&lon=0&acc=1&consent=1",
        "scan=11111111-1111-1111-1111-111111111111&lat=NaN&lon=0&acc=1&consent=1"
      })
  void aFormThatNoPageSendsIsAnsweredWithAPage(String form) {
    Response answer =
        given()
            .contentType(ContentType.URLENC)
            .header("Accept-Language", "zh")
            .body(form)
            .post("/01/06901234567892/21/" + SERIAL);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).contains("lang=\"zh");
  }
}
