package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import io.zhenma.tenancy.Role;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Brand A's people ask for brand B's things, in every way that the running application knows. */
@QuarkusTest
class BrandSeparationTest {
  /** More than A ever has, as numbers of batches begin at 1 in each brand. */
  private static final int BATCHES_OF_B = 12;

  @Inject Houses houses;

  private static @Nullable Scene sharedA;
  private static @Nullable Scene sharedB;

  private Scene a() {
    Scene scene = sharedA == null ? Scene.with(houses, 1) : sharedA;
    sharedA = scene;
    return scene;
  }

  private Scene b() {
    Scene scene = sharedB == null ? Scene.with(houses, BATCHES_OF_B) : sharedB;
    sharedB = scene;
    return scene;
  }

  @Test
  void anotherBrandsThingIsAnsweredLikeOneThatDoesNotExist() {
    House nothing = houses.build(BATCHES_OF_B + 1);
    House unknown =
        new House(
            nothing.brand(),
            nothing.operator(),
            nothing.marketer(),
            nothing.batch(),
            b().house().links().stream()
                .map(link -> link.replace(b().house().gtin(), House.freshGtin()))
                .toList(),
            "00".repeat(16),
            List.of(Long.MAX_VALUE),
            Long.MAX_VALUE,
            nothing.others().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> Long.toString(Long.MAX_VALUE))));
    assertAll(
        brandData()
            .filter(Contract::namesThing)
            .map(
                contract ->
                    () -> {
                      Response foreign = ask(contract, b().house());
                      assertThat(foreign.statusCode()).as(contract.toString()).isEqualTo(404);
                      assertThat(foreign.asString())
                          .as(contract.toString())
                          .isEqualTo(ask(contract, unknown).asString());
                    }));
  }

  @Test
  void listsAndFiguresHoldNothingOfAnotherBrand() {
    assertAll(
        brandData()
            .filter(contract -> !contract.endpoint().changes())
            .filter(contract -> !contract.request().contains("labels.pdf"))
            .map(
                contract ->
                    () -> assertNothingOfB(contract.toString(), ask(contract, a().house()))));
  }

  @Test
  void noFilterReachesAnotherBrand() {
    Stream<Executable> filtered =
        Stream.of(
                "/api/v1/batches?gtin=" + b().house().gtin(),
                "/api/v1/scans?gtin=" + b().house().gtin(),
                "/api/v1/scans?gtin=" + b().house().gtin() + "&outcome=genuine-first",
                "/api/v1/scans?gtin=x%27%20OR%20%271%27=%271",
                "/api/v1/customers?segment=x%27%20OR%20%271%27=%271",
                "/api/v1/products?page=1",
                "/api/v1/products?brandId=" + b().house().brand().id(),
                "/api/v1/audit-entries?size=200&brandId=" + b().house().brand().id(),
                "/api/v1/audit-entries?person=" + b().house().operator().id(),
                "/api/v1/audit-entries/people",
                "/api/v1/scans?brand_id=" + b().house().brand().id(),
                "/api/v1/reports?page=0&size=200&brand=" + b().house().brand().id())
            .map(
                path ->
                    () -> {
                      Session session = a().as(marketing(path));
                      assertNothingOfB(path, session.request().get(path));
                    });
    assertAll(filtered);
  }

  @Test
  void nothingThatATriedChangedB() throws InterruptedException {
    Map<String, String> before = settledOf(b());

    brandData()
        .filter(contract -> contract.endpoint().changes())
        .forEach(contract -> ask(contract, b().house()));

    assertThat(everythingOf(b())).isEqualTo(before);
  }

  @Test
  void anybodysScanOfBsItemIsBsAlone() {
    String scanId = UUID.randomUUID().toString();
    a().operator()
        .request()
        .contentType(ContentType.JSON)
        .body("{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(scanId, b().house().links().get(4)))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);

    String path = "/api/v1/scans?size=200";
    assertThat(b().marketer().request().get(path).asString()).contains(scanId);
    assertThat(a().marketer().request().get(path).asString()).doesNotContain(scanId);
  }

  @Test
  void aUserOfOneBrandIsNotMovedByNamingAnother() {
    Session operator = a().operator();
    String gtin = House.freshGtin();
    operator
        .request()
        .contentType(ContentType.JSON)
        .body(
            "{\"gtin\":\"%s\",\"name\":\"x\",\"category\":\"x\",\"listPriceFen\":1,\"brandId\":%d}"
                .formatted(gtin, b().house().brand().id()))
        .post("/api/v1/products")
        .then()
        .statusCode(201);

    operator.request().get("/api/v1/products/" + gtin).then().statusCode(200);
    b().operator().request().get("/api/v1/products/" + gtin).then().statusCode(404);
  }

  /**
   * Profiles, days and devices follow the scans by a second or two: what they come to in the end.
   */
  private static Map<String, String> settledOf(Scene scene) throws InterruptedException {
    Map<String, String> now = everythingOf(scene);
    Map<String, String> last = Map.of();
    for (int i = 0; i < 20 && !now.equals(last); i++) {
      Thread.sleep(2_500);
      last = now;
      now = everythingOf(scene);
    }
    return now;
  }

  private static Stream<Contract> brandData() {
    return Contract.ALL.stream().filter(contract -> contract.rule().isBrandData());
  }

  /** A's person asks; the names are {@code whose}. */
  private Response ask(Contract contract, House whose) {
    return contract.ask(a().allowed(contract).request(), whose);
  }

  private static Role marketing(String path) {
    return path.contains("batches") || path.contains("audit") ? Role.BRAND_OPERATOR : Role.MARKETER;
  }

  private void assertNothingOfB(String what, Response answer) {
    assertThat(answer.statusCode()).as(what).isIn(200, 400, 409);
    assertThat(answer.asString()).as(what).doesNotContain(b().house().marks());
  }

  private static Map<String, String> everythingOf(Scene scene) {
    Map<String, String> everything = new LinkedHashMap<>();
    brandData()
        .filter(contract -> !contract.endpoint().changes())
        .filter(contract -> !contract.request().contains("labels.pdf"))
        .forEach(
            contract ->
                everything.put(
                    contract.toString(),
                    contract.ask(scene.allowed(contract).request(), scene.house()).asString()));
    return everything;
  }
}
