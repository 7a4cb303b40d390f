package io.zhenma.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators decide about items, and what later scans make of it. */
@QuarkusTest
@Tag("database")
class RulingsTest {
  private static final int LATER = 50;

  @Inject TestBrand brands;
  @Inject EntityManager entities;
  private TestBrand.Staffed brand;
  private int batch;
  private String link;

  @BeforeEach
  void aSuspectItem() {
    brand = brands.create("Rulings");
    batch = brand.activeBatch(brand.product("Tea", 3900, 730), 1000);
    link = brand.link(batch, "inner", 0);
  }

  @Test
  void aConfirmedCopyIsToldToEverybodyWhoScansIt() {
    Strangers.makeSuspect(link);

    rule(0, "COPY_CONFIRMED", "found at a market stall", 0)
        .statusCode(201)
        .body("state", equalTo("COPY_CONFIRMED"))
        .body("rulings", hasSize(1))
        .body("rulings[0].number", equalTo(1))
        .body("rulings[0].kind", equalTo("COPY_CONFIRMED"))
        .body("rulings[0].note", equalTo("found at a market stall"))
        .body("rulings[0].by", equalTo("BRAND_OPERATOR"))
        .body("rulings[0].scans", equalTo(Strangers.ENOUGH))
        .body("rulings[0].score", greaterThanOrEqualTo(60))
        .body("rulings[0].findings.reason", hasItem("many-strangers"));

    Strangers.scan(link, LATER)
        .body("outcome", equalTo("suspect"))
        .body("reasons[0]", equalTo("confirmed-copy"))
        .body("ruling.kind", equalTo("COPY_CONFIRMED"))
        .body("ruling.at", not(nullValue()))
        .body(
            "ruling.text",
            matchesPattern(
                "Rulings looked into this code on \\d+ \\w+ 20\\d\\d and found that there are"
                    + " copies of it\\."));
    listed("COPY_CONFIRMED").body("items.itemNumber", contains(0));
    listed("OPEN").body("items", hasSize(0));
  }

  @Test
  void anItemThatLooksOrdinaryCanBeConfirmedToo() {
    Strangers.scan(link, 1).body("outcome", equalTo("genuine-first"));

    rule(0, "COPY_CONFIRMED", "the printing house told us", null).statusCode(201);

    Strangers.scan(link, 1).body("outcome", equalTo("suspect"));
    listed("COPY_CONFIRMED").body("items.itemNumber", contains(0));
  }

  @Test
  void aClearedItemIsGenuineAgainUntilSomethingNewIsFound() {
    Strangers.makeSuspect(link);

    rule(0, "CLEARED", "a shop's window", 0).statusCode(201).body("state", equalTo("CLEARED"));

    Strangers.scan(link, LATER)
        .body("outcome", equalTo("genuine-repeat"))
        .body("reasons", hasItem("brand-cleared"))
        .body("ruling.kind", equalTo("CLEARED"))
        .body("ruling.text", containsString("found nothing wrong"));
    listed("CLEARED").body("items.itemNumber", contains(0)).body("items[0].score", equalTo(0));
    for (int who = LATER; who < LATER + Strangers.ENOUGH; who++) {
      Strangers.scan(link, who);
    }
    listed("OPEN").body("items.itemNumber", contains(0));
    listed("CLEARED").body("items", hasSize(0));
  }

  @Test
  void aLaterRulingTakesAnEarlierOneBackAndBothAreKept() {
    Strangers.makeSuspect(link);
    rule(0, "COPY_CONFIRMED", "sure", 0).statusCode(201);

    rule(0, "CLEARED", "a mistake of mine", 1)
        .statusCode(201)
        .body("state", equalTo("CLEARED"))
        .body("rulings.number", contains(2, 1))
        .body("rulings.kind", contains("CLEARED", "COPY_CONFIRMED"));

    Strangers.scan(link, LATER).body("outcome", equalTo("genuine-repeat"));
    rule(0, "COPY_CONFIRMED", "no mistake after all", 2).statusCode(201);
    Strangers.scan(link, LATER).body("outcome", equalTo("suspect"));
    assertThat(audit())
        .containsExactly(
            "COPY_CONFIRMED: sure",
            "CLEARED: a mistake of mine",
            "COPY_CONFIRMED: no mistake after all");
  }

  @Test
  void aVoidItemIsVoidAtOnceAndForGood() {
    Strangers.makeSuspect(link);

    rule(0, "VOIDED", "x".repeat(400), 0).statusCode(201).body("state", equalTo("VOIDED"));

    Strangers.scan(link, LATER)
        .body("outcome", equalTo("void"))
        .body("reasons", hasItem("item-void"))
        .body("ruling.kind", equalTo("VOIDED"));
    evidence().body("item.state", equalTo("VOID")).body("item.batchState", equalTo("ACTIVE"));
    Strangers.scan(brand.link(batch, "inner", 1), 1).body("outcome", equalTo("genuine-first"));
    rule(0, "CLEARED", "undo", null).statusCode(409).body("errors.field", contains("kind"));
    evidence().body("rulings", hasSize(1));
    brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch + "/moves")
        .then()
        .body("itemCount", contains(1000, 1))
        .body("to[1]", equalTo("VOID"));
  }

  @Test
  void aRulingThatComesTooLateChangesNothing() {
    Strangers.makeSuspect(link);
    rule(0, "CLEARED", "first", 0).statusCode(201);

    rule(0, "VOIDED", "second, of a page that is old", 0)
        .statusCode(409)
        .body("errors.field", contains("seen"));

    evidence().body("item.state", equalTo("ACTIVE")).body("rulings", hasSize(1));
    Strangers.scan(link, LATER).body("outcome", equalTo("genuine-repeat"));
  }

  @ParameterizedTest
  @CsvSource({"'',kind", "NONE,kind"})
  void aRulingIsOneOfThree(String kind, String field) {
    rule(0, kind, "why", null).statusCode(400).body("errors.field", hasItem(field));
  }

  @Test
  void aRulingNeedsANoteAnItemAndAnIssuedBatch() {
    rule(0, "CLEARED", " ", null).statusCode(400).body("errors.field", contains("note"));
    rule(0, "CLEARED", "x".repeat(501), null).statusCode(400);
    rule(1000, "CLEARED", "why", null).statusCode(404);
    rule(-1, "CLEARED", "why", null).statusCode(404);
    int draft =
        brand
            .operator()
            .request()
            .body(
                Map.of(
                    "gtin",
                    brand.product("New", 1, 1),
                    "quantity",
                    5,
                    "lot",
                    "D1",
                    "producedOn",
                    "2026-01-02",
                    "state",
                    "CREATED"))
            .post("/api/v1/batches")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    brand
        .operator()
        .request()
        .body(Map.of("kind", "VOIDED", "note", "why"))
        .post("/api/v1/batches/" + draft + "/items/0/rulings")
        .then()
        .statusCode(409);
    assertThat(audit()).isEmpty();
  }

  @Test
  void manyItemsAreDecidedAboutEachForItself() {
    rule(3, "VOIDED", "gone", null).statusCode(201);

    many("CLEARED", List.of(2, 3, 4, 5000, 2))
        .statusCode(200)
        .body("ruled", equalTo(2))
        .body("refused.itemNumber", containsInAnyOrder(3, 5000))
        .body("refused.find { it.itemNumber == 3 }.problem.status", equalTo(409))
        .body("refused.find { it.itemNumber == 5000 }.problem.status", equalTo(404));
    listed("CLEARED").body("items.itemNumber", containsInAnyOrder(2, 4));
    many("CLEARED", List.of()).statusCode(400).body("errors.field", contains("items"));
    many("CLEARED", IntStream.range(0, 501).boxed().toList()).statusCode(400);
    many("CLEARED", IntStream.range(100, 600).boxed().toList())
        .statusCode(200)
        .body("ruled", equalTo(500));
  }

  @Test
  void ofTwoOperatorsAtOnceOneDecides() throws Exception {
    Strangers.makeSuspect(link);
    for (int round = 0; round < 5; round++) {
      int seen = 2 * round;
      List<Integer> statuses =
          atOnce(
              List.of(
                  () -> rule(0, "CLEARED", "one", seen).extract().statusCode(),
                  () -> rule(0, "COPY_CONFIRMED", "other", seen).extract().statusCode()));
      assertThat(statuses).containsExactlyInAnyOrder(201, 409);
      rule(0, "CLEARED", "next round", seen + 1).statusCode(201);
    }
    evidence().body("rulings.number", contains(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
  }

  @Test
  void aScanAtTheSameTimeIsJudgedWhollyBeforeOrAfter() throws Exception {
    Strangers.makeSuspect(link);
    AtomicBoolean ruled = new AtomicBoolean();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int phone = 0; phone < 6; phone++) {
      int who = phone;
      work.add(() -> scansAround(ruled, who));
    }
    work.add(
        () -> {
          rule(0, "COPY_CONFIRMED", "in the middle of it", 0).statusCode(201);
          ruled.set(true);
          return 0;
        });

    int made = atOnce(work).stream().mapToInt(Integer::intValue).sum();

    evidence()
        .body("counts.scans", equalTo(Strangers.ENOUGH + made))
        .body("state", equalTo("COPY_CONFIRMED"))
        .body("findings[0].reason", equalTo("confirmed-copy"));
  }

  /** Scans until some after the ruling are made; what began after it must know of it. */
  private int scansAround(AtomicBoolean ruled, int who) {
    int made = 0;
    for (int after = 0; after < 5; made++) {
      boolean before = !ruled.get();
      ValidatableResponse answer = Strangers.scan(link, who + 1);
      if (!before) {
        answer.body("reasons[0]", equalTo("confirmed-copy"));
        after++;
      }
    }
    return made;
  }

  @Test
  void whatScansFindMeanwhileIsNotLostByARuling() throws Exception {
    Strangers.makeSuspect(link);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int who = 100 + i;
      work.add(() -> Strangers.scan(link, who).extract().statusCode());
      work.add(() -> rule(0, "CLEARED", "again", null).extract().statusCode());
    }

    assertThat(atOnce(work)).containsOnly(200, 201);

    evidence()
        .body("counts.scans", equalTo(Strangers.ENOUGH + 20))
        .body("rulings", hasSize(20))
        .body("counts.firstVerifiedAt", not(nullValue()));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> work) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(work.size());
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Integer>> answers =
          work.stream()
              .map(
                  one ->
                      people.submit(
                          () -> {
                            start.await();
                            return one.call();
                          }))
              .toList();
      start.countDown();
      List<Integer> found = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        found.add(answer.get(60, TimeUnit.SECONDS));
      }
      return found;
    } finally {
      people.shutdownNow();
    }
  }

  private ValidatableResponse rule(int item, String kind, String note, @Nullable Integer seen) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("note", note);
    body.put("seen", seen);
    return brand
        .operator()
        .request()
        .body(body)
        .post("/api/v1/batches/" + batch + "/items/" + item + "/rulings")
        .then();
  }

  private ValidatableResponse many(String kind, List<Integer> items) {
    return brand
        .operator()
        .request()
        .body(
            Map.of(
                "kind",
                kind,
                "note",
                "all of them",
                "items",
                items.stream()
                    .map(item -> Map.of("batchNumber", batch, "itemNumber", item))
                    .toList()))
        .post("/api/v1/rulings")
        .then();
  }

  private ValidatableResponse listed(String state) {
    return brand.operator().request().get("/api/v1/suspects?state=" + state).then().statusCode(200);
  }

  private ValidatableResponse evidence() {
    return brand
        .operator()
        .request()
        .get("/api/v1/batches/" + batch + "/items/0/evidence")
        .then()
        .statusCode(200);
  }

  private List<String> audit() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery(
                        "select detail from AuditEntry where brandId = ?1"
                            + " and action = 'item-ruled' order by id",
                        String.class)
                    .setParameter(1, brand.brand().id())
                    .getResultList());
  }
}
