package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where something is, is told by a path, whatever name the request was sent to. */
@QuarkusTest
class RelativeLocationTest {
  @Inject TestBrand brands;

  private TestBrand.Staffed brand;

  @BeforeEach
  void aBrand() {
    brand = brands.create("Location");
  }

  private RequestSpecification elsewhere() {
    return brand.operator().request().header("Host", "evil.example:81");
  }

  @Test
  void aDelivery() {
    int batch = brand.activeBatch(brand.product("Tea", 100, 700), 10);
    String path =
        elsewhere()
            .body(Map.of("format", "CSV"))
            .post("/api/v1/batches/" + batch + "/deliveries")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    assertThat(path).matches("/api/v1/deliveries/[0-9]+");
    brand.operator().request().post(path + "/cancellation");
    assertThat(elsewhere().post(path + "/resumption").header("Location")).isIn(path, null);
  }

  @Test
  void aReport() {
    assertThat(
            elsewhere()
                .body(Map.of("kind", "REGION"))
                .post("/api/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location"))
        .matches("/api/v1/reports/[0-9]+");
  }

  @Test
  void theFrontDoor() {
    assertThat(
            io.restassured.RestAssured.given()
                .header("Host", "evil.example")
                .redirects()
                .follow(false)
                .get("/")
                .header("Location"))
        .startsWith("/")
        .doesNotContain("evil");
  }
}
