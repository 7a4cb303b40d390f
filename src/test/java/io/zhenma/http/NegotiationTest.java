package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a client has or takes already, over the wire. */
@QuarkusTest
class NegotiationTest {
  private static final String LOCAL = "Host: localhost";
  private static final String PAGE = "/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB";

  @TestHTTPResource("/")
  URI site;

  @Test
  void anEncodingThatIsNotTakenIsNotUsed() {
    assertAll(
        Stream.of("gzip;q=0", "*;q=0", "identity", "gzip;q=0, deflate;q=0", "gzip;q=0.0, *;q=0")
            .flatMap(
                coding ->
                    Stream.of(PAGE, "/check", "/console/", "/api/v1/maps/china.json")
                        .map(path -> () -> assertThat(head(path, coding)).doesNotContain("gzip"))));
    assertThat(head(PAGE, "gzip")).contains("content-encoding: gzip");
  }

  @Test
  void aPageThatTheBrowserHasIsNotSentAgain() {
    String tag =
        RawRequest.get(PAGE, LOCAL)
            .answer(site.getPort())
            .lines()
            .filter(line -> line.regionMatches(true, 0, "etag:", 0, 5))
            .map(line -> line.substring(5).strip())
            .findFirst()
            .orElseThrow();
    String strong = tag.replace("W/", "");
    for (String known :
        List.of(tag, strong, "*", "\"x\", " + tag, "W/\"y\"," + strong + " , \"z\"")) {
      assertThat(RawRequest.get(PAGE, LOCAL, "If-None-Match: " + known).answer(site.getPort()))
          .as(known)
          .startsWith("HTTP/1.1 304");
    }
    assertThat(RawRequest.get(PAGE, LOCAL, "If-None-Match: \"x\"").answer(site.getPort()))
        .startsWith("HTTP/1.1 200");
  }

  private String head(String path, String coding) {
    String answer =
        RawRequest.get(path, LOCAL, "Accept-Encoding: " + coding).answer(site.getPort());
    return answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
  }
}
