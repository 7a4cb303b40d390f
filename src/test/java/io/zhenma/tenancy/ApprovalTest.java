package io.zhenma.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.ConsoleInBrowser;
import io.zhenma.TestBrand;
import io.zhenma.Visitor;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lifts protection needs a second person. */
@QuarkusTest
class ApprovalTest extends ConsoleInBrowser {
  private static final String PASSWORD = "correct horse battery";

  @Inject TestBrand brands;
  @Inject Users users;
  @Inject Approvals approvals;
  @Inject DueApprovals due;
  @Inject EntityManager entities;

  private TestBrand.Staffed brand;
  private Visitor first;
  private Visitor second;

  ApprovalTest() {
    super(1360, 900);
  }

  @BeforeEach
  void twoOperators() {
    brand = brands.create("Two operators");
    first = brand.operator();
    String email = "second@" + brand.brand().slug() + ".test";
    users.create(new NewUser(email, "Second", Role.BRAND_OPERATOR, brand.brand().id(), PASSWORD));
    second = Visitor.signIn(email, PASSWORD);
  }

  @Test
  void aRevocationIsDoneOnceWhenAnotherOperatorConfirmsIt() throws Exception {
    int id = asked(revoke(first));
    assertThat(keyState()).isEqualTo("CURRENT");
    revoke(first).statusCode(409);
    confirm(first, id).statusCode(409);
    confirm(brand.marketer(), id).statusCode(403);
    alerts().body("items.subject", hasItem("approval:" + id));

    List<Integer> answers = atOnce(() -> confirm(second, id).extract().statusCode());

    assertThat(answers).containsOnlyOnce(200).contains(409);
    assertThat(keyState()).isEqualTo("REVOKED");
  }

  @Test
  void whatIsRejectedNeverHappens() {
    int id = asked(revoke(first));
    brand
        .marketer()
        .request()
        .body(Map.of("note", "never asked me"))
        .post("/api/v1/approvals/" + id + "/rejection")
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"));

    confirm(second, id).statusCode(409);
    assertThat(keyState()).isEqualTo("CURRENT");
  }

  @Test
  void aPrintingHouseIsRegisteredAndDeactivatedByTwo() throws IOException {
    int wish =
        asked(
            first
                .request()
                .body(Map.of("name", "Press", "certificate", certificate()))
                .post("/api/v1/printing-houses")
                .then());
    houses(first).body("items.size()", equalTo(0));
    confirm(second, wish).statusCode(200);
    int house = houses(first).body("items.size()", equalTo(1)).extract().path("items[0].id");

    int end =
        asked(first.request().post("/api/v1/printing-houses/" + house + "/deactivation").then());
    houses(first).body("items[0].active", equalTo(true));
    confirm(second, end).statusCode(200);
    houses(first).body("items[0].active", equalTo(false));
  }

  @Test
  void whereNobodyElseIsItHappensWhenItIsDueAndNotBefore() {
    long brandId = brand.brand().id();
    ApprovalWish wish =
        new ApprovalWish(ApprovalKind.KEY_REVOCATION, "key:1", "leaked", "1\nleaked");
    long id = approvals.open(brandId, operatorId(), wish, true).id();
    set(id, "due_at = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR");
    work();
    assertThat(keyState()).isEqualTo("CURRENT");
    set(id, "due_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    work();
    assertThat(keyState()).isEqualTo("REVOKED");
  }

  @Test
  void oneThatNobodyCanReadHoldsUpNoOther() {
    long brandId = brand.brand().id();
    long unreadable = open(brandId, "key:9");
    long other = open(brandId, "key:1");
    double before = Metrics.counter("zhenma.job.failures", "job", "due-approvals").count();
    set(unreadable, "due_at = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, kind = 'SPELL'");
    set(other, "due_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    work();
    set(unreadable, "closed = id, state = 'LAPSED', kind = 'KEY_REVOCATION'");

    assertThat(keyState()).isEqualTo("REVOKED");
    assertThat(Metrics.counter("zhenma.job.failures", "job", "due-approvals").count())
        .isGreaterThan(before);
  }

  private long open(long brandId, String key) {
    ApprovalWish wish = new ApprovalWish(ApprovalKind.KEY_REVOCATION, key, "leaked", "1\nleaked");
    return approvals.open(brandId, operatorId(), wish, true).id();
  }

  @Test
  void whatNobodyDecidedLapses() {
    int id = asked(revoke(first));
    set(id, "expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    confirm(second, id).statusCode(409);
    work();

    first
        .request()
        .get("/api/v1/approvals/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("LAPSED"));
    asked(revoke(first));
  }

  @Test
  void anotherOperatorSeesAndConfirmsItInTheConsole() {
    int id = asked(revoke(first));
    signIn(second);
    page.navigate(console + "#/approvals");

    assertThat(element("pending-approvals")).containsText("1");
    assertThat(element("approval-" + id)).containsText("Revoke key version 1");
    picture("approvals");
    page.setViewportSize(390, 844);
    picture("approvals-390");
    page.setViewportSize(1360, 900);
    element("confirm-" + id).click();
    assertThat(element("approval-" + id)).containsText("Done");
    assertThat(element("pending-approvals")).hasCount(0);
  }

  private static ValidatableResponse revoke(Visitor by) {
    return by.request().body(Map.of("reason", "leaked")).post("/api/v1/keys/1/revocation").then();
  }

  private static int asked(ValidatableResponse answer) {
    return answer.statusCode(202).body("state", equalTo("PENDING")).extract().path("id");
  }

  private static ValidatableResponse confirm(Visitor by, int id) {
    return by.request().post("/api/v1/approvals/" + id + "/confirmation").then();
  }

  private static ValidatableResponse houses(Visitor by) {
    return by.request().get("/api/v1/printing-houses").then().statusCode(200);
  }

  private ValidatableResponse alerts() {
    return second
        .request()
        .get("/api/v1/alerts?kind=APPROVAL_REQUESTED")
        .then()
        .statusCode(200)
        .body("items.severity", not(hasItem("INFO")));
  }

  private static String certificate() throws IOException {
    return Files.readString(Path.of("src/test/resources/delivery/house.pem"));
  }

  private String keyState() {
    return first.request().get("/api/v1/keys").then().extract().path("items[0].state");
  }

  private long operatorId() {
    return ((Number) first.request().get("/api/v1/session").then().extract().path("user.id"))
        .longValue();
  }

  private void set(long id, String change) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery("UPDATE approval SET " + change + " WHERE id = ?1")
                    .setParameter(1, id)
                    .executeUpdate());
  }

  private void work() {
    due.work();
  }

  private static List<Integer> atOnce(Callable<Integer> deed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Integer> answers = new java.util.ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(List.of(deed, deed, deed, deed))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
