package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.http.UnfinishedBody.Share;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are broken in ways that no client of a library sends. */
@QuarkusTest
class MalformedRequestTest {
  private static final String LOCAL = "Host: localhost";
  private static final String PAGE = "/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB";

  @TestHTTPResource("/")
  URI site;

  @Inject BodyRoom room;

  private final List<LogRecord> traces = new ArrayList<>();
  private final Handler watch = new TraceWatch();

  @BeforeEach
  void watchTheLog() {
    Logger.getLogger("").addHandler(watch);
  }

  @AfterEach
  void nothingLeftATrace() {
    Logger.getLogger("").removeHandler(watch);
    assertThat(traces).extracting(LogRecord::getMessage).isEmpty();
  }

  @Test
  void aHostThatIsNoneIsRefusedAsAProblem() {
    assertAll(
        Stream.of(
                "Host: evil.example/x?a=",
                "Host: a b",
                "Host: user@evil.example",
                "Host: evil.example:99999",
                "Host: ",
                "Host: [::1",
                "Host: a\r\nHost: b",
                "X-Nothing: no host at all")
            .map(header -> () -> assertRefused(header, RawRequest.get("/", header), 400)));
  }

  @Test
  void theHostIsNeverReflected() {
    for (String path : List.of("/", "/console", PAGE + "?linkType=gs1:defaultLink")) {
      for (String odd : List.of("X-Nothing: 1", "X-Forwarded-Proto: javascript")) {
        String answer =
            RawRequest.get(path, "Host: evil.example", odd)
                .answer(site.getPort())
                .toLowerCase(Locale.ROOT);

        assertThat(answer).as(path).doesNotContain("evil.example").doesNotContain("javascript:");
      }
    }
    assertThat(RawRequest.get("/", LOCAL).answer(site.getPort()))
        .containsIgnoringCase("\r\nlocation: /console/\r\n");
  }

  @Test
  void aForwardingHeaderThatMakesNoSenseIsIgnoredAtOnce() {
    List<String> values =
        List.of(
            ";",
            ",",
            ":443",
            "",
            " ",
            ":",
            "::::::",
            "[",
            "[]",
            "[]:80",
            "]",
            "a:b:c",
            "1.2.3.4:",
            "1.2.3.4:99999",
            ",1.2.3.4",
            "\"",
            "%",
            "%00",
            "1.2.3.4%25eth0",
            "-1",
            "..",
            "x".repeat(3_000),
            "[fe80::1%eth0]:80",
            "unknown",
            "_hidden",
            "999.1.1.1",
            "１.２.３.４");
    List<String> names =
        List.of(
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Host",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "Forwarded");
    assertAll(
        names.stream()
            .flatMap(name -> values.stream().map(value -> name + ": " + value))
            .map(
                header ->
                    () ->
                        assertThat(RawRequest.get("/check", LOCAL, header).answer(site.getPort()))
                            .as(header)
                            .startsWith("HTTP/1.1 200")));
  }

  /** Apps cut links in two, and write into them what no address may hold. */
  @Test
  void aPersonGetsAPageWhateverStandsBehindALink() {
    String browser = "Accept: text/html,*/*;q=0.8";
    assertAll(
        Stream.of(
                "?a=%zz",
                "?a=%E4%B", "?a=%u4e2d", "?a[]=|", "?a=查\"", "%zz", "%", "%2", "|", "\"", "查", "]")
            .map(
                added ->
                    () ->
                        assertThat(
                                RawRequest.get(PAGE + added, LOCAL, browser).answer(site.getPort()))
                            .as(added)
                            .startsWith("HTTP/1.1 200")
                            .contains("id=\"checking\"")
                            .containsIgnoringCase("content-security-policy: default-src 'none'")));
  }

  @Test
  void aBrokenFormIsRefusedAsAProblem() {
    String end = "\r\n--b--\r\n";
    String part = "\r\n--b\r\nContent-Disposition: form-data; name=\"a%d\"\r\n\r\nx";
    String file = part.replace("name=\"a%d\"", "name=\"a%d\"; filename=\"f\"");
    String form = "Content-Type: multipart/form-data; boundary=b";
    String fields = "Content-Type: application/x-www-form-urlencoded";
    assertAll(
        () -> assertRefused("/complaint", "x", "Content-Type: multipart/form-data", 415),
        () -> assertRefused("/complaint", "x", "Content-Type: multipart/form-data; boundary=", 415),
        () -> assertRefused("/complaint", "--b\r\nno end", form, 400),
        () -> assertRefused("/complaint", part.formatted(1), form, 400),
        () -> assertRefused("/complaint", many(part, 8_000) + end, form, 400),
        () -> assertRefused("/complaint", many(file, 8_000) + end, form, 400),
        () -> assertRefused(PAGE, many("&a%d=1", 100_000), fields, 400),
        () -> assertRefused(PAGE, "a=%zz%", fields, 400),
        () -> assertRefused(PAGE, "a=1", fields + "; charset=nonsense", 415),
        () -> assertRefused(PAGE, "a=" + "x".repeat(20_000), fields, 400));
  }

  @Test
  void whoIsRefusedWhileSendingStillGetsTheAnswer() {
    String fields = "Content-Type: application/x-www-form-urlencoded";
    String form = "Content-Type: multipart/form-data; boundary=b";
    String type = "Content-Type: multipart/form-data";
    String file = "\r\n--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\nx";
    String csv = "Content-Type: text/csv";
    String large = "x".repeat(3 << 20);
    assertAll(
        () -> assertAnswered(RawRequest.post("/complaint", large, type), 415),
        () -> assertAnswered(RawRequest.post("/complaint", many(file, 8_000), form), 400),
        () -> assertAnswered(RawRequest.post(PAGE, many("&a%d=1", 100_000), fields), 400),
        () -> assertAnswered(RawRequest.post("/api/v1/scans", large, LOCAL), 400),
        () -> assertAnswered(RawRequest.post("/api/v1/scans", large, csv), 413),
        () -> assertAnswered(RawRequest.post("/api/v1/code-imports", large, csv), 401));
  }

  private void assertAnswered(RawRequest request, int status) {
    assertThat(request.answerWhileSending(site.getPort()))
        .startsWith("HTTP/1.1 " + status)
        .contains("urn:zhenma:problem:");
  }

  @Test
  void whatWasRefusedHoldsNothing() {
    aBrokenFormIsRefusedAsAProblem();

    for (Share share : Share.values()) {
      for (int look = 0; room.held(share) > 0; look++) {
        assertThat(look).as("looks at " + share).isLessThan(100);
        assertThat(RawRequest.get("/check", LOCAL).answer(site.getPort())).isNotEmpty();
      }
    }
  }

  @Test
  void aContentTypeThatIsNoneIsRefusedAsAProblem() {
    assertAll(
        Stream.of(
                "",
                " ",
                "/",
                "text",
                "text/",
                ";",
                "a/b/c",
                "*/*",
                "text/csv; charset=\"",
                "application/json; charset=x y")
            .flatMap(
                type ->
                    Stream.of("/api/v1/batches/1/print-reports", "/api/v1/session", "/complaint")
                        .map(path -> () -> assertNoFailure(path, "Content-Type: " + type))));
  }

  @Test
  void anAcceptHeaderThatIsNoneIsNoFailure() {
    assertAll(
        Stream.of(
                "Accept: ",
                "Accept: /",
                "Accept: a;q=x",
                "Accept: ;;;",
                "Accept-Encoding: ;q=",
                "Accept-Language: ;;",
                "Cookie: =;=;",
                "Range: bytes=-",
                "If-None-Match: \"",
                "Expect: nonsense")
            .flatMap(
                header ->
                    Stream.of("/check", PAGE, "/api/v1/products", "/console/", "/")
                        .map(
                            path ->
                                () ->
                                    assertThat(
                                            RawRequest.get(path, LOCAL, header)
                                                .answer(site.getPort()))
                                        .as(path + " " + header)
                                        .doesNotContain("HTTP/1.1 5"))));
  }

  private void assertNoFailure(String path, String header) {
    assertThat(RawRequest.post(path, "{}", header).answer(site.getPort()))
        .as(path + " " + header)
        .matches("(?s)HTTP/1.1 (400|401|404|413|415) .*application/problem\\+json.*");
  }

  private void assertRefused(String path, String body, String type, int status) {
    assertRefused(
        path + " " + type, RawRequest.post(path, body, type, "Accept-Language: zh-CN"), status);
  }

  private void assertRefused(String what, RawRequest request, int status) {
    assertThat(request.answer(site.getPort()))
        .as(what)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .contains("urn:zhenma:problem:");
  }

  private static String many(String part, int times) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < times; i++) {
      all.append(part.formatted(i));
    }
    return all.toString();
  }

  private final class TraceWatch extends Handler {
    @Override
    public void publish(LogRecord entry) {
      if (entry.getThrown() != null) {
        traces.add(entry);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
