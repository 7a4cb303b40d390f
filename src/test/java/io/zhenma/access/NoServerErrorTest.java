package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.access.Person.Session;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever somebody with the right to ask sends to an endpoint, the server doesn't fail. */
@QuarkusTest
@Tag("thorough")
class NoServerErrorTest {
  /** An emoji, NUL, half a surrogate pair, no UTF-8, other digits, too much of each. */
  private static final List<String> VALUES =
      List.of(
          "%F0%9F%98%80",
          "%00",
          "a%00b",
          "%ED%A0%80",
          "%FF",
          "%D9%A1%D9%A2",
          "%E2%80%AE",
          "'%22%3C%5C",
          "-1",
          "9".repeat(30),
          "",
          "%20",
          "x".repeat(300),
          "x".repeat(5_000));

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "text/csv",
          "application/xml",
          "application/octet-stream",
          "application/x-www-form-urlencoded",
          "application/json; charset=utf-16",
          "application/json; charset=nonsense",
          "image/png",
          "nonsense",
          "a/b/c;;=",
          "*/*");

  @Inject Houses houses;
  @TestHTTPResource URI server;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> failures = new ArrayList<>();
  private Scene scene;

  @BeforeEach
  void somebodyOfEachRole() {
    scene = Scene.with(houses, 1);
  }

  @Test
  void ofNoValueOfAQueryParameter() {
    Map<Endpoint, List<String>> parameters = Parameters.ofQueries();
    assertThat(parameters.get(new Endpoint("GET", "/api/v1/customers"))).contains("segment");
    Contract.ALL.forEach(
        contract -> {
          for (String name : parameters.getOrDefault(contract.endpoint(), List.of())) {
            String path = scene.house().fill(contract.request()).replaceFirst("[?].*", "");
            VALUES.forEach(
                value -> ask(contract, path + "?" + name + "=" + value, "application/json"));
          }
        });
    assertThat(failures).isEmpty();
  }

  @Test
  void ofNoValueInAPath() {
    for (Contract contract : Contract.ALL) {
      String template = contract.endpoint().path().replaceAll("[{]([^}:]+): [^}]+[}]", "{$1}");
      if (template.contains("{") && !contract.endpoint().path().contains("[0-9]")) {
        VALUES.stream()
            .filter(value -> !value.isEmpty())
            .forEach(
                value ->
                    ask(
                        contract,
                        template.replaceAll("[{][^}]+[}]", value.replace("$", "")),
                        "application/json"));
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void ofNoContentTypeAndNoneIsTakenForJson() {
    for (Contract contract : Contract.ALL) {
      if (contract.body().startsWith("{")) {
        String path = scene.house().fill(contract.request());
        for (String type : TYPES) {
          int status = ask(contract, path, type);
          if (status < 400) {
            failures.add(contract + " took " + type);
          }
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private int ask(Contract contract, String path, String type) {
    Session session = scene.allowed(contract);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(server.resolve("/").toString().replaceFirst("/$", "") + path))
            .header("Content-Type", type)
            .header("X-CSRF-Token", session.antiForgeryToken())
            .header("Cookie", "zhenma_session=" + session.cookie());
    boolean writes = contract.endpoint().changes();
    request.method(
        contract.endpoint().method(),
        writes ? BodyPublishers.ofString("a text") : BodyPublishers.noBody());
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      if (status >= 500) {
        failures.add(contract + " answered " + status + ": " + path + " " + type);
      }
      return status;
    } catch (IOException | InterruptedException lost) {
      failures.add(contract + " gave no answer: " + path + " " + type);
      return 0;
    }
  }
}
