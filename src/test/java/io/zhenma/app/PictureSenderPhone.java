package io.zhenma.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;

/** Phones that scan an item, each for the first time, and complain of it with a picture. */
final class PictureSenderPhone {
  private static final String BOUNDARY = "storm";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
  private final String base;

  PictureSenderPhone(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** How often each status was answered to a complaint. */
  Map<String, Integer> answers() {
    return answers;
  }

  void complain(String link, byte[] picture) throws IOException, InterruptedException {
    String address = address();
    UUID scan = UUID.randomUUID();
    HttpResponse<String> scanned =
        send(
            "/api/v1/scans",
            address,
            "application/json",
            "",
            BodyPublishers.ofString("{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(scan, link)));
    String cookie = scanned.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    HttpResponse<String> answer =
        send(
            "/complaint",
            address,
            "multipart/form-data; boundary=" + BOUNDARY,
            cookie,
            form(link, scan, picture));
    answers.merge("" + answer.statusCode(), 1, Integer::sum);
  }

  private static BodyPublisher form(String link, UUID scan, byte[] picture) {
    return BodyPublishers.concat(
        BodyPublishers.ofString(
            field("code", link) + field("scan", scan.toString()) + field("message", "m")),
        BodyPublishers.ofString(
            "--%s\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p\"\r\nContent-Type: image/png\r\n\r\n"
                .formatted(BOUNDARY)),
        BodyPublishers.ofByteArray(picture),
        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
  }

  private static String field(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private HttpResponse<String> send(
      String path, String address, String type, String cookie, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("X-Forwarded-For", address)
            .header("Content-Type", type)
            .POST(body);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String address() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "113.%d.%d.%d"
        .formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
  }
}
