package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.TestBrand.Staffed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other work has taken all connections that it may have. */
@QuarkusTest
@Tag("database")
class ReservedConnectionsTest {
  @Inject TestBrand brands;
  @Inject AgroalDataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int all;

  @ConfigProperty(name = "zhenma.connections.reserved-for-scans", defaultValue = "4")
  int reserved;

  @Test
  void aScanIsAnsweredWhenAllOtherConnectionsAreTaken() throws SQLException {
    Staffed brand = brands.create("Patient Tea");
    int batch = brand.activeBatch(brand.product("Tea", 100, 700), 10);
    String link = brand.link(batch, "INNER", 0);
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < all - reserved) {
        taken.add(database.getConnection());
      }
      assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class);
      given()
          .contentType("application/json")
          .body("{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(UUID.randomUUID(), link))
          .post("/api/v1/scans")
          .then()
          .statusCode(200)
          .body("outcome", equalTo("genuine-first"));
      given()
          .contentType("application/x-www-form-urlencoded")
          .formParam("fragment", "1")
          .post(link.substring(link.indexOf("/01/")))
          .then()
          .statusCode(200);
      brand.operator().request().get("/api/v1/products").then().statusCode(503);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    assertThat(taken).hasSize(all - reserved);
    brand.operator().request().get("/api/v1/products").then().statusCode(200);
  }

  @Test
  void aConnectionCountsOnceHoweverOftenItIsClosed() throws SQLException {
    for (int i = 0; i < 2 * all; i++) {
      Connection connection = database.getConnection();
      connection.close();
      connection.close();
    }
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < all - reserved) {
        taken.add(database.getConnection());
      }
      assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }
}
