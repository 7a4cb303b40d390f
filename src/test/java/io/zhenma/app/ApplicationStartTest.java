package io.zhenma.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationStartTest {

  @TestHTTPResource(value = "/health", management = true)
  URI health;

  @Inject Flyway flyway;
  @Inject EntityManager entities;

  @Test
  void theServerIsHealthyOnceItHasStarted() {
    given().get(health).then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void everyMigrationFileHasRunWhateverItsFolder() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("migrations"))) {
      long written = files.filter(file -> file.toString().endsWith(".sql")).count();

      assertThat(flyway.info().applied()).hasSize((int) written);
    }
    assertThat(flyway.info().pending()).isEmpty();
  }

  @Test
  void sessionsSpeakUtcAndReadWhatIsCommitted() {
    Object[] session =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT @@session.time_zone, @@session.transaction_isolation, @@character_set_connection")
                .getSingleResult();

    assertThat(session[0]).isIn("+00:00", "UTC");
    assertThat(session[1]).isEqualTo("READ-COMMITTED");
    assertThat(session[2]).isEqualTo("utf8mb4");
  }
}
