package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies come whole over HTTP/2 too, where a request can't be paused once it has ended. */
@QuarkusTest
class Http2Test {
  private static final String PAGE = "/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB";
  private static final String FORM = "multipart/form-data; boundary=b";

  @TestHTTPResource("/")
  URI site;

  private final HttpClient client = HttpClient.newHttpClient();

  /** The first request over a connection asks for HTTP/2, those after it speak it. */
  @BeforeEach
  void aConnectionThatSpeaksIt() throws Exception {
    client.send(HttpRequest.newBuilder(site.resolve("/check")).build(), BodyHandlers.discarding());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return answer;
  }

  @Test
  void jsonIsRead() throws Exception {
    String unknown = "{\"email\":\"nobody@example.com\",\"password\":\"wrong password\"}";

    assertThat(post("/api/v1/session", "application/json", unknown).statusCode()).isEqualTo(401);
    assertThat(post("/api/v1/session", "application/json", "{").statusCode()).isEqualTo(400);
    assertThat(post("/api/v1/session", "text/plain", unknown).statusCode()).isEqualTo(415);
  }

  @Test
  void formsAreRead() throws Exception {
    String fields = "application/x-www-form-urlencoded";
    String text = "--b\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nx\r\n--b--\r\n";

    assertThat(post(PAGE, fields, "intent=verify").statusCode()).isEqualTo(200);
    assertThat(post(PAGE, fields, "a=%zz%").statusCode()).isEqualTo(400);
    assertThat(post("/complaint", FORM, text).statusCode()).isEqualTo(404);
    assertThat(post("/complaint", FORM, "--b").statusCode()).isEqualTo(400);
  }

  @Test
  void uploadsOfNobodyAreRefused() throws Exception {
    assertThat(post("/api/v1/code-imports", "text/csv", "x".repeat(3 << 20)).statusCode())
        .isEqualTo(401);
  }
}
