package io.zhenma.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.Visitor;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A GTIN with codes on sale goes from one brand to another. */
@QuarkusTest
class GtinTransferTest {
  @Inject TestBrand brands;
  @Inject Users users;

  private TestBrand.Staffed former;
  private TestBrand.Staffed next;
  private Visitor admin;
  private String gtin;
  private int batch;
  private String oldCode;

  @BeforeEach
  void aProductOnSale() {
    former = brands.create("Former");
    next = brands.create("Next");
    String email = UUID.randomUUID() + "@example.com";
    users.create(new NewUser(email, "Admin", Role.PLATFORM_ADMIN, null, "correct horse battery"));
    admin = Visitor.signIn(email, "correct horse battery");
    gtin = former.product("Old cream", 3900, 730);
    batch = former.activeBatch(gtin, 100);
    oldCode = former.link(batch, "inner", 7);
  }

  @Test
  void codesOfBothBrandsAreVerifiedAsTheirOwn() {
    scan(oldCode).body("product.name", equalTo("Old cream"));
    transfer(former, next).statusCode(204);
    rename("New cream");
    String newCode = next.link(next.activeBatch(gtin, 100), "inner", 7);

    scan(newCode)
        .body("outcome", equalTo("genuine-first"))
        .body("product.name", equalTo("New cream"));
    scan(former.link(batch, "inner", 8))
        .body("outcome", equalTo("genuine-first"))
        .body("product.name", equalTo("Old cream"));
    scan(oldCode.substring(0, oldCode.length() - 6) + "000000").body("outcome", equalTo("unknown"));
    item(former, oldCode).statusCode(200).body("productName", equalTo("Old cream"));
    item(next, oldCode).statusCode(404);
    item(former, newCode).statusCode(404);
  }

  @Test
  void theFormerBrandIssuesNoMoreAndKeepsWhatItHas() {
    int draft = draft();
    transfer(former, next).statusCode(204);

    issue(former).statusCode(409).body("errors.field", contains("gtin"));
    register(former).statusCode(409).body("errors.field", contains("gtin"));
    former.operator().request().get("/api/v1/batches/" + draft).then().statusCode(404);
    former.move(batch, "RECALLED");
    scan(oldCode).body("outcome", equalTo("recalled"));
    register(next).statusCode(409);
    holder().body("brand", equalTo("Next")).body("formerBrands", contains("Former"));
    release().statusCode(409);
  }

  @Test
  void aGtinComesBackToTheProductThatItHad() {
    transfer(former, next).statusCode(204);
    transfer(next, former).statusCode(204);

    issue(former).statusCode(201);
    issue(next).statusCode(409);
    scan(oldCode).body("product.name", equalTo("Old cream"));
    holder().body("brand", equalTo("Former")).body("formerBrands", contains("Next"));
  }

  @Test
  void fiveBrandsMayHaveHadAGtin() {
    TestBrand.Staffed last = former;
    for (int i = 0; i < 4; i++) {
      TestBrand.Staffed to = brands.create("Chain");
      transfer(last, to).statusCode(204);
      last = to;
    }

    transfer(last, next).statusCode(409).body("errors.field", contains("toBrandId"));
    transfer(last, former).statusCode(204);
    scan(oldCode).body("outcome", equalTo("genuine-first"));
  }

  @Test
  void oneOfManyTransfersIsDoneAndNoBatchSlipsThrough() {
    TestBrand.Staffed third = brands.create("Third");
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> status(transfer(former, i % 2 == 0 ? next : third))))
            .toList();
    List<Integer> answers = asked.stream().map(CompletableFuture::join).toList();

    assertThat(answers).containsOnlyOnce(204).containsOnly(204, 409);
    issue(former).statusCode(409);
    assertThat(List.of(status(issue(next)), status(issue(third))))
        .containsExactlyInAnyOrder(201, 404);
  }

  @Test
  void everybodyConcernedSeesItInTheirAuditLog() {
    transfer(former, former).statusCode(400);
    transfer(next, former).statusCode(409).body("errors.field", contains("fromBrandId"));
    transfer(former, next).statusCode(204);

    audited(former.operator(), "gtin-given-away");
    audited(next.operator(), "gtin-received");
    audited(admin, "gtin-transferred");
    former
        .operator()
        .request()
        .body(Map.of("fromBrandId", 1, "toBrandId", 2, "reason", "mine"))
        .post("/api/v1/gtins/" + gtin + "/transfer")
        .then()
        .statusCode(403);
  }

  private void audited(Visitor by, String action) {
    by.request()
        .get("/api/v1/audit-entries?action=" + action + "&subject=product:" + gtin)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1));
  }

  private ValidatableResponse transfer(TestBrand.Staffed from, TestBrand.Staffed to) {
    return admin
        .request()
        .body(
            Map.of(
                "fromBrandId", from.brand().id(),
                "toBrandId", to.brand().id(),
                "reason", "the line was sold"))
        .post("/api/v1/gtins/" + gtin + "/transfer")
        .then();
  }

  private ValidatableResponse release() {
    return admin
        .request()
        .body(Map.of("reason", "a squatter"))
        .post("/api/v1/gtins/" + gtin + "/release")
        .then();
  }

  private ValidatableResponse holder() {
    return admin.request().get("/api/v1/gtins/" + gtin).then().statusCode(200);
  }

  private void rename(String name) {
    next.operator()
        .request()
        .body(product(name))
        .put("/api/v1/products/" + gtin)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse register(TestBrand.Staffed by) {
    Map<String, Object> product = new HashMap<>(product("Again"));
    product.put("gtin", gtin);
    return by.operator().request().body(product).post("/api/v1/products").then();
  }

  private static Map<String, Object> product(String name) {
    return Map.of("name", name, "category", "Cream", "listPriceFen", 1);
  }

  private ValidatableResponse issue(TestBrand.Staffed by) {
    return by.operator().request().body(batch("ISSUED")).post("/api/v1/batches").then();
  }

  private int draft() {
    return former
        .operator()
        .request()
        .body(batch("CREATED"))
        .post("/api/v1/batches")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private Map<String, Object> batch(String state) {
    return Map.of(
        "gtin",
        gtin,
        "quantity",
        5,
        "lot",
        "L2",
        "producedOn",
        LocalDate.now().toString(),
        "state",
        state);
  }

  private static ValidatableResponse item(TestBrand.Staffed by, String code) {
    return by.operator().request().queryParam("code", code).get("/api/v1/items").then();
  }

  private static ValidatableResponse scan(String code) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID().toString(), "code", code))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }

  private static int status(ValidatableResponse answer) {
    return answer.extract().statusCode();
  }
}
