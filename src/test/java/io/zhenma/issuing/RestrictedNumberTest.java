package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.gs1.Circulation;
import io.zhenma.gs1.Gtin;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products under numbers that are no GTIN of the world. */
@QuarkusTest
@Tag("database")
class RestrictedNumberTest {
  @Inject TestBrand brands;
  private TestBrand.Staffed brand;

  @BeforeEach
  void aBrand() {
    brand = brands.create("Camellia");
  }

  @Test
  void aBrandWithoutAGtinIsGivenANumber() {
    String number = restricted().statusCode(201).extract().path("gtin");
    Gtin gtin = new Gtin(number);

    assertThat(number).startsWith("004");
    assertThat(gtin.circulation()).isEqualTo(Circulation.RESTRICTED);
    brand
        .operator()
        .request()
        .get("/api/v1/products/" + number)
        .then()
        .body("circulation", equalTo("RESTRICTED"));
    int batch = brand.activeBatch(number, 3);
    assertThat(brand.link(batch, "inner", 0)).contains("/01/" + number + "/21/");
  }

  @Test
  void manyAtOnceGetANumberEach() {
    List<String> numbers =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> restricted().statusCode(201).extract().<String>path("gtin"))
            .toList();

    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  void aNumberThatABrandBroughtIsNotGivenOutAgain() {
    String given = restricted().statusCode(201).extract().path("gtin");
    long next = Long.parseLong(given.substring(3, 13)) + 1;
    String brought = Gtin.complete("04%010d".formatted(next)).digits();
    create(Map.of("gtin", brought)).statusCode(201).body("circulation", equalTo("RESTRICTED"));

    assertThat(restricted().statusCode(201).extract().<String>path("gtin")).isGreaterThan(brought);
  }

  @Test
  void oneAsksForANumberOrBringsOne() {
    create(Map.of()).statusCode(400).body("errors.field", contains("gtin"));
    create(Map.of("restricted", false)).statusCode(400).body("errors.field", contains("gtin"));
    create(Map.of("restricted", true, "gtin", TestBrand.freshGtin()))
        .statusCode(400)
        .body("errors.field", contains("restricted"));
    create(Map.of("restricted", true, "name", ""))
        .statusCode(400)
        .body("errors.field", contains("name"));
  }

  @ParameterizedTest
  @CsvSource({
    "978000000, GLOBAL",
    "977000000, GLOBAL",
    "690111111, GLOBAL",
    "200000000, RESTRICTED"
  })
  void booksAndShopNumbersAreProductsToo(String start, String circulation) {
    String body = start + "%03d".formatted((System.nanoTime() / 1_000) % 1_000);

    create(Map.of("gtin", Gtin.complete(body).digits()))
        .statusCode(201)
        .body("circulation", equalTo(circulation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"980000000001", "981000000001", "990000000001", "005000000001"})
  void couponsAndReceiptsAreNoProducts(String body) {
    String number =
        body.startsWith("00")
            ? Gtin.complete("05" + body.substring(2)).digits()
            : Gtin.complete(body).digits();

    create(Map.of("gtin", number)).statusCode(400).body("errors.field", contains("gtin"));
  }

  private ValidatableResponse restricted() {
    return create(Map.of("restricted", true));
  }

  private ValidatableResponse create(Map<String, ?> fields) {
    Map<String, Object> body =
        new HashMap<>(Map.of("name", "Tea", "category", "Tea", "listPriceFen", 100));
    body.putAll(fields);
    return brand.operator().request().body(body).post("/api/v1/products").then();
  }
}
