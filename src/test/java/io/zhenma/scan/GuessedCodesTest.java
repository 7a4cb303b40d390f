package io.zhenma.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody tries codes beside honest people, over HTTP. */
@QuarkusTest
@Tag("database")
class GuessedCodesTest {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BUDGET_OF_A_SHARED_BLOCK = 300;
  private static final int TRIES_OF_RENTED = 60;
  private static final int PEOPLE = 131;

  @Inject TestBrand brands;

  @TestHTTPResource("/")
  URI server;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private TestBrand.Staffed brand;
  private String gtin;
  private int batch;

  @BeforeEach
  void aBatchOnSale() {
    brand = brands.create("Guessed");
    gtin = brand.product("Tea", 100, 730);
    batch = brand.activeBatch(gtin, 1_000);
  }

  @Test
  void whoeverGuessesGenuineCodesOfTheirNeighboursAreAnswered() throws Exception {
    spend("119.80.1.5");

    int unanswered = 0;
    List<CompletableFuture<Integer>> guesses = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      guesses.add(forged("119.80.1.5"));
      HttpResponse<String> answer = genuine("119.80.1." + (10 + person), person).join();
      unanswered += answer.statusCode() == 200 && answer.body().contains("genuine-first") ? 0 : 1;
    }

    assertThat(unanswered).isZero();
    assertThat(statuses(guesses)).contains(429);
  }

  @Test
  void thePageAnswersGenuineCodesAndRefusesForgedOnesTheSameWay() throws Exception {
    HttpResponse<String> answer = page(forgedPath());
    for (int tries = 0; answer.statusCode() != 429 && tries < 2 * TRIES_OF_RENTED; tries++) {
      answer = page(forgedPath());
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(page(path(700)).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> page(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("X-Forwarded-For", "139.196.77.9")
            .header("User-Agent", PhoneAgent.WECHAT)
            .header("Accept-Language", "en")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("fragment=1&scan=" + UUID.randomUUID()))
            .build(),
        BodyHandlers.ofString());
  }

  /** Answers to the last of them are held for a while; nobody waits for those. */
  private void spend(String address) throws Exception {
    List<CompletableFuture<Integer>> tries =
        IntStream.range(0, BUDGET_OF_A_SHARED_BLOCK + 5).mapToObj(i -> forged(address)).toList();
    assertThat(statuses(tries)).containsOnly(200, 429).contains(429);
  }

  private static List<Integer> statuses(List<CompletableFuture<Integer>> answers) {
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Integer> forged(String address) {
    return post(address, forgedPath()).thenApply(HttpResponse::statusCode);
  }

  private CompletableFuture<HttpResponse<String>> genuine(String address, int item) {
    return post(address, path(item));
  }

  private String path(int item) {
    return DigitalLink.parse(brand.link(batch, "inner", item)).path();
  }

  private String forgedPath() {
    return "/01/"
        + gtin
        + "/21/1"
        + ThreadLocalRandom.current()
            .ints(19, 0, DIGITS.length())
            .mapToObj(i -> DIGITS.substring(i, i + 1))
            .collect(Collectors.joining());
  }

  private CompletableFuture<HttpResponse<String>> post(String address, String code) {
    return http.sendAsync(
        HttpRequest.newBuilder(server.resolve("/api/v1/scans"))
            .header("X-Forwarded-For", address)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(UUID.randomUUID(), code)))
            .build(),
        BodyHandlers.ofString());
  }
}
