package io.zhenma.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A stopwatch must not tell whether a serial number exists: the same request for numbers that exist
 * and for forged ones, in turns on one machine, compared by the probability that one of the former
 * takes longer than one of the latter (Mann and Whitney 1947; one half means no difference).
 *
 * <p>Prints what it measured. Part of a thorough build only: on a busy machine a few samples say
 * nothing.
 */
@QuarkusTest
@Tag("thorough")
class TimingOfAnswersTest {
  private static final int SAMPLES = Integer.getInteger("timing.samples", 1_000);
  private static final int WARM_UP = 60;
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Inject TestBrand brands;

  @TestHTTPResource("/")
  URI server;

  private final HttpClient http = HttpClient.newHttpClient();
  private TestBrand.Staffed brand;
  private String gtin;
  private int batch;
  private int items;

  @BeforeEach
  void aBrandWithMoreItemsThanAreAsked() {
    brand = brands.create("Timing");
    gtin = brand.product("Tea", 100, 730);
    batch = brand.activeBatch(gtin, 100_000);
  }

  @Test
  void thePageOfACode() throws Exception {
    compare("GET page", path -> get(path, "text/html"));
  }

  @Test
  void theLinkSetOfACode() throws Exception {
    compare("GET linkset", path -> get(path, "application/linkset+json"));
  }

  @Test
  void aScanByAnApplication() throws Exception {
    compare(
        "POST /api/v1/scans",
        path ->
            post("/api/v1/scans", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(UUID.randomUUID(), path)))
                .build());
  }

  @Test
  void aScanByThePage() throws Exception {
    compare("POST page", path -> form(path, "scan=" + UUID.randomUUID() + "&fragment=1"));
  }

  @Test
  void thePositionOfAScanThatNeverWas() throws Exception {
    compare(
        "POST position",
        path ->
            form(
                path, "scan=" + UUID.randomUUID() + "&refine=1&lat=30.6&lon=104&acc=30&consent=1"));
  }

  private void compare(String what, Function<String, HttpRequest> request) throws Exception {
    double[] existing = new double[SAMPLES];
    double[] forged = new double[SAMPLES];
    for (int i = -WARM_UP; i < SAMPLES; i++) {
      String real = DigitalLink.parse(brand.link(batch, "inner", items++)).path();
      String invented = "/01/" + gtin + "/21/1" + random(19);
      boolean realFirst = ThreadLocalRandom.current().nextBoolean();
      double first = milliseconds(request.apply(realFirst ? real : invented));
      double second = milliseconds(request.apply(realFirst ? invented : real));
      if (i >= 0) {
        existing[i] = realFirst ? first : second;
        forged[i] = realFirst ? second : first;
      }
    }
    double slower = probabilityOfLonger(existing, forged);
    System.out.printf(
        "TIMING %s: %d each; median %.2f ms existing, %.2f ms forged; existing slower in %.3f%n",
        what, SAMPLES, median(existing), median(forged), slower);
    assertThat(slower).as(what).isBetween(0.4, 0.6);
  }

  private double milliseconds(HttpRequest request) throws IOException, InterruptedException {
    long since = System.nanoTime();
    int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
    double taken = (System.nanoTime() - since) / 1e6;
    assertThat(status).isIn(200, 404);
    return taken;
  }

  private HttpRequest get(String path, String accept) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Accept", accept).build();
  }

  private HttpRequest form(String path, String body) {
    return post(path, "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder post(String path, String type) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Content-Type", type)
        .header("Accept-Language", "en")
        .header("User-Agent", PhoneAgent.WECHAT);
  }

  private static double probabilityOfLonger(double[] some, double[] others) {
    double longer = 0;
    for (double one : some) {
      for (double other : others) {
        longer += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return longer / some.length / others.length;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String random(int digits) {
    return ThreadLocalRandom.current()
        .ints(digits, 0, DIGITS.length())
        .mapToObj(i -> DIGITS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
