package io.zhenma.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What is for operators has a port of its own. */
@QuarkusTest
class ManagementTest {
  private static final int MORE_THAN_WORKERS = 300;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Test
  void thePublicPortHasNothingForOperators() {
    assertAll(
        Stream.of("/q", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui")
            .map(path -> () -> given().get(path).then().statusCode(404)));
  }

  @Test
  void theirPortHasIt() {
    assertAll(
        Stream.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi")
            .map(path -> () -> given().get(management.resolve(path)).then().statusCode(200)));
  }

  @Test
  void itIsReachedFromThisMachineOnly() {
    assertThat(ConfigProvider.getConfig().getValue("quarkus.management.host", String.class))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void aBusyServerIsReady() {
    CountDownLatch over = new CountDownLatch(1);
    ExecutorService workers = Arc.container().getExecutorService();
    try {
      for (int i = 0; i < MORE_THAN_WORKERS; i++) {
        workers.execute(() -> await(over));
      }
      given()
          .get(management.resolve("/q/health/ready"))
          .then()
          .statusCode(200)
          .body("status", equalTo("UP"));
      given().get(management.resolve("/q/metrics")).then().statusCode(200);
    } finally {
      over.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
