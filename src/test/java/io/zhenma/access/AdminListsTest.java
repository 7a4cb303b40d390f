package io.zhenma.access;

import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.access.Person.Session;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's lists come in pages, as every list does and as the console reads them. */
@QuarkusTest
class AdminListsTest {
  @Inject Houses houses;

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/brands", "/api/v1/users"})
  void aListComesInPages(String path) {
    houses.build(1);
    houses.build(1);
    Session admin = houses.admin().signIn();

    admin
        .request()
        .get(path + "?page=1&size=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].name", notNullValue())
        .body("total", greaterThan(1));
    admin.request().get(path + "?size=201").then().statusCode(400);
  }
}
