package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.Visitor;
import io.zhenma.gs1.Gtin;
import io.zhenma.tenancy.BrandGtins;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A GTIN belongs to who has its company prefix. */
@QuarkusTest
class GtinOwnershipTest {
  private static final AtomicInteger PREFIXES = new AtomicInteger(100);

  @Inject TestBrand brands;
  @Inject BrandGtins gtins;
  @Inject Users users;

  private TestBrand.Staffed brand;
  private Visitor admin;
  private String prefix;

  @BeforeEach
  void aBrandWithAPrefix() {
    brand = brands.create("Prefixes");
    gtins.vouch(brand.brand().id(), false);
    String email = UUID.randomUUID() + "@example.com";
    users.create(new NewUser(email, "Admin", Role.PLATFORM_ADMIN, null, "correct horse battery"));
    admin = Visitor.signIn(email, "correct horse battery");
    prefix = "6912" + PREFIXES.getAndIncrement();
    prefixes(brand, List.of(prefix), false).statusCode(200).body("prefixes", contains(prefix));
  }

  @Test
  void aBrandRegistersWhatItsPrefixCoversInEveryLength() {
    register(brand, Gtin.complete(prefix + "00001")).statusCode(201);
    register(brand, Gtin.complete("1" + prefix + "00001")).statusCode(201);
    register(brand, Gtin.complete("691199900001")).statusCode(409);
    register(brand, Gtin.complete("200000000001")).statusCode(409);
    register(brand, Gtin.complete("040000000001")).statusCode(409);
    register(brand, Gtin.complete("6912345")).statusCode(409);
    prefixes(brand, List.of(prefix, "000006912345", "0612345"), false).statusCode(200);
    register(brand, Gtin.complete("6912345")).statusCode(201);
    register(brand, Gtin.complete("61234500001")).statusCode(201);
  }

  @Test
  void whetherAnotherBrandHasAGtinIsNotTold() {
    TestBrand.Staffed other = brands.create("Other");
    gtins.vouch(other.brand().id(), false);
    Gtin theirs = Gtin.complete(prefix + "00002");
    register(brand, theirs).statusCode(201);

    String taken = register(other, theirs).statusCode(409).extract().asString();
    String nobodys = register(other, Gtin.complete("691199900009")).extract().asString();
    assertThat(taken).isEqualTo(nobodys).contains("gtin");
    gtins.vouch(other.brand().id(), true);
    register(other, Gtin.complete(prefix + "00003")).statusCode(409);
    register(brand, theirs)
        .statusCode(409)
        .body("errors[0].message", equalTo("This GTIN is registered already."));
  }

  @Test
  void administratorsSeeAConflict() throws InterruptedException {
    TestBrand.Staffed other = brands.create("Other");
    Gtin theirs = Gtin.complete(prefix + "00004");
    register(brand, theirs).statusCode(201);
    register(other, theirs).statusCode(409);

    String path = "/api/v1/audit-entries?action=gtin-conflict&subject=product:" + theirs;
    for (int i = 0; i < 300 && found(path).isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(found(path)).hasSize(1);
    admin
        .request()
        .get("/api/v1/gtins/" + theirs)
        .then()
        .statusCode(200)
        .body("brandId", equalTo((int) brand.brand().id()));
  }

  @Test
  void prefixesNeverCoverEachOther() {
    TestBrand.Staffed other = brands.create("Other");
    for (String overlapping : List.of(prefix, prefix.substring(0, 5), prefix + "1")) {
      prefixes(other, List.of(overlapping), false).statusCode(409);
    }
    for (String none :
        List.of("690", "6901234567892", "69a1234", "2901", "0412", "0000123", "9901")) {
      prefixes(other, List.of(none), false)
          .statusCode(400)
          .body("errors.field", hasItem("prefixes"));
    }
    prefixes(brand, List.of(), false).statusCode(200);
    prefixes(other, List.of(prefix), false).statusCode(200);
  }

  @Test
  void aGtinIsReleasedUnlessCodesOfItWereIssued() {
    Gtin draft = Gtin.complete(prefix + "00005");
    register(brand, draft).statusCode(201);
    release(draft).statusCode(204);
    register(brand, draft).statusCode(201);
    brand.batch(draft.digits(), 5, LocalDate.now());

    release(draft).statusCode(409);
    brand.operator().request().get("/api/v1/products/" + draft).then().statusCode(200);
  }

  @Test
  void productsKeepTheirGtinsWhenAPrefixGoes() {
    Gtin kept = Gtin.complete(prefix + "00006");
    register(brand, kept).statusCode(201);
    prefixes(brand, List.of(), false).statusCode(200);

    brand.batch(kept.digits(), 5, LocalDate.now());
    register(brand, Gtin.complete(prefix + "00007")).statusCode(409);
  }

  private List<Object> found(String path) {
    return admin.request().get(path).then().statusCode(200).extract().jsonPath().getList("items");
  }

  private ValidatableResponse prefixes(TestBrand.Staffed whose, List<String> all, boolean any) {
    return admin
        .request()
        .body(Map.of("prefixes", all, "anyGtin", any))
        .put("/api/v1/brands/" + whose.brand().id() + "/prefixes")
        .then();
  }

  private ValidatableResponse release(Gtin gtin) {
    return admin
        .request()
        .body(Map.of("reason", "a squatter"))
        .post("/api/v1/gtins/" + gtin + "/release")
        .then();
  }

  private static ValidatableResponse register(TestBrand.Staffed by, Gtin gtin) {
    return by.operator()
        .request()
        .body(Map.of("gtin", gtin.digits(), "name", "Tea", "category", "Tea", "listPriceFen", 1))
        .post("/api/v1/products")
        .then();
  }
}
