package io.zhenma.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenma.crypto.Sha256;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application is killed in the middle of a delivery, and another one goes on. */
class KilledReplicaIT {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final String FIRST = "the first of the operator";
  private static final String PASSWORD = "a password for tests";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path data;
  private int port;
  private @Nullable Process application;
  private Session operator = new Session("", "");
  private int brand;

  private record Session(String cookie, String token) {}

  @AfterEach
  void stop() throws InterruptedException {
    Process running = application;
    if (running != null) {
      running.destroy();
      running.waitFor(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void theFilesAreTheSameAsIfNothingHadHappened() throws Exception {
    start();
    operator = operator();
    int batch = batch(1_000_000);
    int id = order(batch);
    await(() -> files(id) >= 5);
    assertThat(files(id)).isLessThan(100);

    Objects.requireNonNull(application).destroyForcibly().waitFor();
    start();
    operator = signIn("operator@tea.test");
    assertThat(files(id)).as("files that were written down before").isGreaterThanOrEqualTo(5);
    await(() -> isReady(id));

    int straight = order(batch);
    await(() -> isReady(straight));
    assertThat(sha256(id)).isEqualTo(sha256(straight));
    assertThat(spooled(id)).as("nothing is left of the killed one").isEqualTo(100);
  }

  @Test
  void whoIsToldToStopHandsItBackAtOnce() throws Exception {
    start("ZHENMA_DELIVERY_LEASE", "1H");
    operator = operator();
    int id = order(batch(1_000_000));
    await(() -> files(id) >= 5);

    Objects.requireNonNull(application).destroy();
    application.waitFor();
    start();
    operator = signIn("operator@tea.test");

    await(() -> isReady(id));
  }

  private void start(String... setting) throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                JAR.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "ZHENMA_DATA_DIR", data.toString(),
                "ZHENMA_DEMO", "false",
                "ZHENMA_ADMIN_PASSWORD", PASSWORD,
                "ZHENMA_DELIVERY_TEXT_ITEMS", "10000",
                "ZHENMA_DELIVERY_LEASE", "4S",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port)));
    if (setting.length == 2) {
      builder.environment().put(setting[0], setting[1]);
    }
    application = builder.start();
    await(this::isUp);
  }

  private boolean isUp() {
    assertThat(Objects.requireNonNull(application).isAlive())
        .as("the application started")
        .isTrue();
    try {
      return given().get(url("/check")).statusCode() == 200;
    } catch (Exception notYet) {
      return false;
    }
  }

  private Session operator() {
    operator = signIn("admin@localhost");
    brand =
        post("/brands", Map.of("name", "Tea", "slug", "tea", "prefixes", List.of("6901234")))
            .path("id");
    post(
        "/users",
        Map.of(
            "email", "operator@tea.test",
            "name", "Operator",
            "role", "BRAND_OPERATOR",
            "brandId", brand,
            "password", FIRST));
    Session first = signIn("operator@tea.test", FIRST);
    given()
        .cookie("zhenma_session", first.cookie())
        .header("X-CSRF-Token", first.token())
        .contentType(ContentType.JSON)
        .body(Map.of("current", FIRST, "wanted", PASSWORD))
        .put(url("/api/v1/account/password"))
        .then()
        .statusCode(200);
    return signIn("operator@tea.test");
  }

  private Session signIn(String email) {
    return signIn(email, PASSWORD);
  }

  private Session signIn(String email, String password) {
    Response answer =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("email", email, "password", password))
            .post(url("/api/v1/session"));
    answer.then().statusCode(200);
    return new Session(answer.cookie("zhenma_session"), answer.path("csrfToken"));
  }

  private int batch(int quantity) {
    post(
        "/products",
        Map.of("gtin", "6901234567892", "name", "Tea", "category", "Tea", "listPriceFen", 100));
    return post(
            "/batches",
            Map.of(
                "gtin",
                "6901234567892",
                "quantity",
                quantity,
                "lot",
                "L1",
                "producedOn",
                LocalDate.now().toString()))
        .path("number");
  }

  private int order(int batch) {
    return post("/batches/" + batch + "/deliveries", Map.of("format", "CSV", "kind", "both"))
        .path("id");
  }

  private Response post(String path, Map<String, ?> body) {
    Response answer =
        request().contentType(ContentType.JSON).body(body).post(url("/api/v1" + path));
    assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isBetween(200, 202);
    return answer;
  }

  private int files(int id) {
    return request().get(url("/api/v1/deliveries/" + id)).path("files.size()");
  }

  private boolean isReady(int id) {
    return request().get(url("/api/v1/deliveries/" + id)).path("state").equals("READY");
  }

  private String sha256(int id) {
    MessageDigest digest = Sha256.start();
    for (int number = 1; number <= 100; number++) {
      digest.update(
          request().get(url("/api/v1/deliveries/" + id + "/files/" + number)).asByteArray());
    }
    return Sha256.hex(digest);
  }

  private long spooled(int id) throws IOException {
    Path folder =
        data.resolve("deliveries").resolve(Integer.toString(brand)).resolve(Integer.toString(id));
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private RequestSpecification request() {
    return given()
        .cookie("zhenma_session", operator.cookie())
        .header("X-CSRF-Token", operator.token());
  }

  private String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting").isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
