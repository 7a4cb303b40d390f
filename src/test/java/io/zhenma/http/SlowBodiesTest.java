package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.zhenma.http.SlowClient.Post;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that announce a body and keep everybody waiting for it. */
@QuarkusTest
class SlowBodiesTest {
  private static final int MANY = 230;
  private static final int OF_ONE_BLOCK = 128;

  @TestHTTPResource("/")
  URI site;

  @Inject UploadDirectory directory;

  @Test
  void noWorkerWaitsForThem() {
    for (boolean http2 : new boolean[] {false, true}) {
      for (Post post : List.of(Post.SIGN_IN, Post.COMPLAINT, Post.PAGE)) {
        try (SlowClient slow = new SlowClient(site.getPort())) {
          if (http2) {
            slow.http2(post, MANY);
          } else {
            slow.http1(post, MANY);
          }
          slow.trickle();
          pagesAreThere();
          assertThat(threadsThatRead()).as(post + " " + http2).isZero();
        }
      }
    }
  }

  @Test
  void theOldestOfABlockGiveWay() {
    try (SlowClient slow = new SlowClient(site.getPort())) {
      slow.http1(Post.SIGN_IN, MANY);

      for (int look = 0; slow.answered(429) < MANY - OF_ONE_BLOCK; look++) {
        assertThat(look).as("looks for answers").isLessThan(100);
        pagesAreThere();
      }
      RestAssured.given()
          .contentType("application/json")
          .body("{\"email\":\"nobody@example.com\",\"password\":\"not this one\"}")
          .post("/api/v1/session")
          .then()
          .statusCode(401);
    }
  }

  /** Its last boundary is missing, so that the server waits for more until its time is over. */
  @Test
  @Tag("thorough")
  void aFileThatIsCutOffIsNotKept() throws IOException {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"f\"\r\n\r\nxxxx";

    assertThat(
            RawRequest.post("/complaint", form, "Content-Type: multipart/form-data; boundary=b")
                .answer(site.getPort()))
        .startsWith("HTTP/1.1 408");
    for (int look = 0; uploads() > 0; look++) {
      assertThat(look).as("looks for the file").isLessThan(100);
      pagesAreThere();
    }
  }

  private long uploads() throws IOException {
    try (Stream<Path> files = Files.list(directory.path())) {
      return files.filter(file -> !file.toString().endsWith(".lock")).count();
    }
  }

  private static void pagesAreThere() {
    RestAssured.get("/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB").then().statusCode(200);
  }

  private static long threadsThatRead() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            frames ->
                Arrays.stream(frames)
                    .anyMatch(frame -> frame.getClassName().contains("VertxBlockingInput")))
        .count();
  }
}
