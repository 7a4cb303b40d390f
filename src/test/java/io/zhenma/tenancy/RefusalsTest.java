package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.zhenma.TestBrand;
import io.zhenma.Visitor;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was refused is in the audit log, bounded, and people find it there. */
@QuarkusTest
class RefusalsTest {
  @Inject TestBrand brands;
  @Inject Refusals refusals;
  @Inject RefusalRows rows;
  @Inject ClientNetwork network;
  @Inject AuditRetention retention;
  @Inject AuditLog audit;
  @Inject EntityManager entities;

  @Test
  void wrongPasswordsAreOneRowAnHourWithTheCutAddress() {
    TestBrand.Staffed brand = brands.create("Refusals");
    String email = "brand_operator@" + brand.brand().slug() + ".test";
    for (int i = 0; i < 3; i++) {
      RestAssured.given()
          .header("X-Forwarded-For", "119.80.77." + (i + 1))
          .contentType(ContentType.JSON)
          .body(Map.of("email", email, "password", "wrong"))
          .post("/api/v1/session")
          .then()
          .statusCode(401);
    }
    refusals.write();

    List<Map<String, Object>> found = entries(brand.operator(), "action=sign-in-failed");
    assertThat(found.stream().mapToInt(row -> (Integer) row.get("times")).sum()).isEqualTo(3);
    assertThat(found).hasSizeLessThan(3);
    assertThat(found)
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("network", "119.80.77.0/24");
              assertThat(String.valueOf(row.get("subject"))).startsWith("user:");
              assertThat(row.toString()).doesNotContain(email);
            });
  }

  @Test
  void forbiddenUntokenedAndUnhandedAreWrittenDown() {
    TestBrand.Staffed brand = brands.create("Refusals");
    brand.marketer().request().get("/api/v1/keys").then().statusCode(403);
    brand.operator().request().get("/api/v1/batches/77/codes.csv").then().statusCode(404);
    RestAssured.given()
        .cookie("zhenma_session", brand.operator().session())
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/products")
        .then()
        .statusCode(403);
    refusals.write();

    assertThat(subjects(brand, "access-refused")).containsExactly("GET /api/v1/keys");
    assertThat(subjects(brand, "csrf-refused")).containsExactly("POST /api/v1/products");
    assertThat(subjects(brand, "download-refused"))
        .containsExactly("GET /api/v1/batches/{number}/codes.csv");
  }

  @Test
  void oneThatCannotBeWrittenIsLostAlone() {
    TestBrand.Staffed brand = brands.create("Refusals");
    long id = brand.brand().id();
    refusals.write();
    double before = Metrics.counter("zhenma.job.failures", "job", "refusals").count();
    for (int i = 0; i < 20; i++) {
      refusals.count(Refusal.now(id, null, "sign-in-failed", "user:" + i, "10.0.0.0/24"));
    }
    refusals.count(Refusal.now(id, null, "sign-in-failed", "x".repeat(5_000), "10.0.0.0/24"));
    refusals.write();

    assertThat(rows(id)).isEqualTo(20);
    assertThat(Metrics.counter("zhenma.job.failures", "job", "refusals").count())
        .isGreaterThan(before);
  }

  @Test
  void aFloodOfRefusalsFillsNoTable() {
    TestBrand.Staffed brand = brands.create("Refusals");
    long id = brand.brand().id();
    // Of its own: the application's would count together whatever other tests do in this hour
    Refusals flooded = new Refusals(rows, network);
    for (int i = 0; i < 3 * Refusals.MOST_AN_HOUR; i++) {
      flooded.count(Refusal.now(id, null, "sign-in-failed", "user:" + i, "10.0.0.0/24"));
    }
    flooded.write();

    assertThat(rows(id)).isLessThanOrEqualTo(Refusals.MOST_AN_HOUR + 1L);
    assertThat(
            entries(brand.operator(), "subject=many").stream()
                .mapToInt(row -> (Integer) row.get("times"))
                .sum())
        .isGreaterThanOrEqualTo(2 * Refusals.MOST_AN_HOUR);
  }

  @Test
  void theLogIsSearchedReadOnAndExported() {
    TestBrand.Staffed brand = brands.create("Refusals");
    long id = brand.brand().id();
    for (int i = 0; i < 5; i++) {
      audit.record(id, null, "batch-created", "batch:" + i, " =HYPERLINK(\"x\")");
    }
    String first =
        brand
            .operator()
            .request()
            .get("/api/v1/audit-entries?action=batch-created&size=3")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(3))
            .extract()
            .path("next");
    assertThat(entries(brand.operator(), "action=batch-created&before=" + first)).hasSize(2);
    assertThat(entries(brand.operator(), "subject=batch:3")).hasSize(1);
    assertThat(entries(brand.operator(), "until=2020-01-01")).isEmpty();
    brand.operator().request().get("/api/v1/audit-entries?before=x").then().statusCode(400);
    brand.operator().request().get("/api/v1/audit-entries?size=201").then().statusCode(400);

    String csv =
        brand
            .operator()
            .request()
            .get("/api/v1/audit-entries/rows.csv?action=batch-created")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv)
        .contains("\" '=HYPERLINK(\"\"x\"\")\"", "\"rows\",\"5\"", "\"complete\",\"yes\"")
        .contains("\"filters\",\"action batch-created\"");
    assertThat(entries(brand.operator(), "action=audit-exported")).hasSize(1);
  }

  @Test
  void oldRefusalsGoAndDeedsStay() {
    TestBrand.Staffed brand = brands.create("Refusals");
    long id = brand.brand().id();
    audit.record(id, null, "batch-created", "batch:1", "");
    refusals.count(Refusal.now(id, null, "sign-in-failed", "user:1", ""));
    refusals.write();
    Instant later = Instant.now().minus(Duration.ofDays(400));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createQuery("update AuditEntry set at = :at where brandId = :id")
                    .setParameter("at", later)
                    .setParameter("id", id)
                    .executeUpdate());

    retention.sweep();

    assertThat(entries(brand.operator(), "action=sign-in-failed")).isEmpty();
    assertThat(entries(brand.operator(), "action=batch-created")).hasSize(1);
  }

  private long rows(long brandId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery(
                        "select count(*) from AuditEntry where brandId = :id and refused",
                        Long.class)
                    .setParameter("id", brandId)
                    .getSingleResult());
  }

  private static List<Object> subjects(TestBrand.Staffed brand, String action) {
    return entries(brand.operator(), "action=" + action).stream()
        .map(row -> row.get("subject"))
        .toList();
  }

  private static List<Map<String, Object>> entries(Visitor who, String query) {
    return who.request()
        .get("/api/v1/audit-entries?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }
}
