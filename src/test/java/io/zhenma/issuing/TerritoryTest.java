package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a batch may be sold, from its making to its last change. */
@QuarkusTest
@Tag("database")
class TerritoryTest {
  @Inject TestBrand brands;
  @Inject Catalogue catalogue;
  @Inject EntityManager entities;
  private TestBrand.Staffed brand;
  private String gtin;

  @BeforeEach
  void aBrandWithAProduct() {
    brand = brands.create("Territory");
    gtin = brand.product("Tea", 3900, 730);
  }

  @Test
  void aBatchThatNamesNoProvinceIsSoldEverywhere() {
    create(null).statusCode(201).body("soldIn", empty());
    create(List.of()).statusCode(201).body("soldIn", empty());
  }

  @Test
  void aBatchKeepsItsProvincesOnceAndInOrder() {
    int batch =
        create(List.of("440000", "310000", "440000", "820000"))
            .statusCode(201)
            .body("soldIn", contains("310000", "440000", "820000"))
            .extract()
            .path("number");

    assertThat(view(batch).soldIn()).containsExactly("310000", "440000", "820000");
    brand
        .marketer()
        .request()
        .get("/api/v1/batches/" + batch)
        .then()
        .body("soldIn", contains("310000", "440000", "820000"));
  }

  @Test
  void allProvincesFitIntoTheirColumn() {
    List<String> all =
        brand.marketer().request().get("/api/v1/provinces").then().extract().path("code");

    create(all).statusCode(201).body("soldIn", hasSize(34));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "310100", "31", "Shanghai", "990000", "310000,440000"})
  void whatIsNoProvinceIsRefused(String code) {
    create(List.of("310000", code)).statusCode(400).body("errors.field", contains("soldIn"));
  }

  @Test
  void anEmptyPlaceInTheListIsRefusedAndSoIsAnEndlessList() {
    create(Collections.singletonList(null)).statusCode(400).body("errors", hasSize(1));
    create(IntStream.range(0, 35).mapToObj(i -> "310000").toList())
        .statusCode(400)
        .body("errors[0].message", containsString("34"));
  }

  @Test
  void theTerritoryChangesInAnyStateAndTheNextScanIsJudgedByIt() {
    int batch = brand.activeBatch(gtin, 10);
    assertThat(view(batch).soldIn()).isEmpty();

    change(batch, List.of("330000", "310000"), "east only")
        .statusCode(200)
        .body("soldIn", contains("310000", "330000"))
        .body("state", equalTo("ACTIVE"));
    assertThat(view(batch).soldIn()).containsExactly("310000", "330000");

    change(batch, List.of(), "everywhere again").statusCode(200).body("soldIn", empty());
    assertThat(view(batch).soldIn()).isEmpty();
    assertThat(audit(batch))
        .containsExactly(
            "east only: everywhere to 310000,330000",
            "everywhere again: 310000,330000 to everywhere");
  }

  @Test
  void aChangeNeedsANoteAndARealProvince() {
    int batch = brand.activeBatch(gtin, 10);

    change(batch, List.of("310000"), " ").statusCode(400).body("errors.field", contains("note"));
    change(batch, List.of("310000"), "x".repeat(201)).statusCode(400);
    change(batch, List.of("1"), "why").statusCode(400).body("errors.field", contains("soldIn"));
    change(batch, null, "why").statusCode(400);
    change(999, List.of(), "why").statusCode(404);
    assertThat(audit(batch)).isEmpty();
  }

  @Test
  void provincesAreNamedInTheReadersLanguage() {
    names("en").body("", hasSize(34)).body("name", hasItem("Zhejiang"));
    names("zh-CN").body("find { it.code == '330000' }.name", equalTo("浙江"));
  }

  private ValidatableResponse names(String language) {
    return brand
        .operator()
        .request()
        .header("Accept-Language", language)
        .get("/api/v1/provinces")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse create(@Nullable List<String> soldIn) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("gtin", gtin);
    body.put("quantity", 10);
    body.put("lot", "L1");
    body.put("producedOn", "2026-01-02");
    body.put("soldIn", soldIn);
    return brand.operator().request().body(body).post("/api/v1/batches").then();
  }

  private ValidatableResponse change(int batch, @Nullable List<String> soldIn, String note) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("note", note);
    body.put("soldIn", soldIn);
    return brand
        .operator()
        .request()
        .body(body)
        .put("/api/v1/batches/" + batch + "/sold-in")
        .then();
  }

  private BatchView view(int batch) {
    return catalogue.batch(brand.brand().id(), batch).orElseThrow();
  }

  private List<String> audit(int batch) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery(
                        "select detail from AuditEntry where brandId = ?1 and subject = ?2"
                            + " and action = 'batch-territory-changed' order by id",
                        String.class)
                    .setParameter(1, brand.brand().id())
                    .setParameter(2, "batch:" + batch)
                    .getResultList());
  }
}
