package io.zhenma.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many at the same time get what one after the other would. */
@QuarkusTest
@Tag("database")
class RaceTest {
  @Inject Houses houses;

  private static @Nullable Scene shared;

  private Scene scene() {
    Scene scene = shared == null ? Scene.with(houses, 1) : shared;
    shared = scene;
    return scene;
  }

  @Test
  void oneOfTwoHundredPhonesIsFirst() {
    String link = scene().house().links().get(3);

    List<String> outcomes =
        together(
                200,
                i -> scan(UUID.randomUUID(), link, "phone " + i).then().statusCode(200).extract())
            .stream()
            .map(answer -> answer.<String>path("outcome"))
            .toList();

    assertThat(outcomes).containsOnlyOnce("genuine-first");
    assertThat(outcomes).containsOnly("genuine-first", "genuine-repeat");
    assertThat(scansOf(link)).isEqualTo(200);
  }

  @Test
  void oneScanPostedFiftyTimesCountsOnce() {
    String link = scene().house().links().get(4);
    UUID id = UUID.randomUUID();

    List<String> outcomes =
        together(50, i -> scan(id, link)).stream()
            .map(answer -> answer.<String>path("outcome"))
            .toList();

    assertThat(outcomes).hasSize(50).containsOnly("genuine-first");
    assertThat(scansOf(link)).isEqualTo(1);
  }

  @Test
  void anIdUsedForAnotherItemIsAConflict() {
    UUID id = UUID.randomUUID();
    scan(id, scene().house().links().get(0)).then().statusCode(200);

    scan(id, scene().house().links().get(1)).then().statusCode(409);
  }

  @Test
  void oneOfManyRegistersAGtin() {
    for (int round = 0; round < 5; round++) {
      String gtin = House.freshGtin();
      List<Integer> answers = statuses(8, i -> createProduct(gtin));

      assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }
  }

  @Test
  void oneOfManyUsersGetsAnEmail() {
    String email = UUID.randomUUID() + "@example.com";
    Session admin = scene().admin();

    List<Integer> answers =
        statuses(
            4,
            i ->
                admin
                    .request()
                    .contentType(ContentType.JSON)
                    .body(
                        Map.of(
                            "email", email,
                            "name", "x",
                            "role", "PLATFORM_ADMIN",
                            "password", "long enough for all"))
                    .post("/api/v1/users"));

    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @Test
  void everyBatchGetsItsOwnNumber() {
    String body =
        "{\"gtin\":\"%s\",\"quantity\":5,\"lot\":\"X\",\"producedOn\":\"2026-01-02\"}"
            .formatted(scene().house().gtin());

    List<Integer> numbers =
        together(
                20,
                i ->
                    scene()
                        .operator()
                        .request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/api/v1/batches")
                        .then()
                        .statusCode(201)
                        .extract())
            .stream()
            .map(answer -> answer.<Integer>path("number"))
            .toList();

    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(Collections.max(numbers) - Collections.min(numbers)).isEqualTo(19);
  }

  @Test
  void oneOfManyMovesABatch() {
    House other = houses.build(1);
    Session operator = other.operator().signIn();

    List<Integer> answers =
        statuses(
            8,
            i ->
                operator
                    .request()
                    .contentType(ContentType.JSON)
                    .body("{\"to\":\"RECALLED\",\"reason\":\"race\"}")
                    .post("/api/v1/batches/" + other.batch().number() + "/moves"));

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    List<String> moves =
        operator.request().get("/api/v1/batches/" + other.batch().number() + "/moves").path("to");
    assertThat(moves).containsExactly("ACTIVE", "RECALLED");
  }

  @Test
  void neighboursThatMoveAtTheSameMomentBecomeOneRange() {
    House other = houses.build(1);
    Session operator = other.operator().signIn();
    String batch = "/api/v1/batches/" + other.batch().number();

    List<Integer> answers =
        statuses(
            20,
            item ->
                operator
                    .request()
                    .contentType(ContentType.JSON)
                    .body(
                        Map.of(
                            "to",
                            "RECALLED",
                            "reason",
                            "race",
                            "firstItem",
                            item * 3,
                            "lastItem",
                            item * 3 + 2))
                    .post(batch + "/moves"));

    assertThat(answers).hasSize(20).containsOnly(200);
    Response states = operator.request().get(batch + "/states");
    assertThat(states.<Integer>path("exceptions")).isEqualTo(1);
    assertThat(states.<Integer>path("counts.RECALLED")).isEqualTo(60);
    assertThat(operator.request().get(batch + "/moves").<List<String>>path("to")).hasSize(21);
  }

  private Response createProduct(String gtin) {
    return scene()
        .operator()
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("gtin", gtin, "name", "x", "category", "x", "listPriceFen", 1))
        .post("/api/v1/products");
  }

  private static Response scan(UUID id, String link) {
    return scan(id, link, "phone");
  }

  private static Response scan(UUID id, String link, String phone) {
    return given()
        .header("User-Agent", phone)
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", id, "code", link))
        .post("/api/v1/scans");
  }

  private int scansOf(String link) {
    return scene().operator().request().queryParam("code", link).get("/api/v1/items").path("scans");
  }

  private static <T> List<T> together(int times, IntFunction<T> task) {
    return AtOnce.run(
        IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> task.apply(i)).toList());
  }

  private static List<Integer> statuses(int times, IntFunction<Response> task) {
    return together(times, task).stream().map(Response::statusCode).toList();
  }
}
