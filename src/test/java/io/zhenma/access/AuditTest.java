package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.access.Person.Session;
import io.zhenma.tenancy.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever changes or takes something away is written down. */
@QuarkusTest
class AuditTest {
  /**
   * A consumer's scan is written down in the journal; what is asked here of passwords and sessions
   * is refused, and AccountTest and SecondFactorTest have it done; ending what is ended and looking
   * at what would be change nothing.
   */
  private static final List<String> NOT_AUDITED =
      List.of(
          "POST /api/v1/scans",
          "POST /01{item: (/.*)?}",
          "POST /gtin{item: (/.*)?}",
          "POST /c{code: (/.*)?}",
          "POST /complaint",
          "POST /api/v1/password-resets",
          "PUT /api/v1/account/password",
          "POST /api/v1/session/second-factor",
          "POST /api/v1/account/second-factor",
          "PUT /api/v1/account/second-factor",
          "POST /api/v1/account/second-factor/recovery-codes",
          "POST /api/v1/account/second-factor/removal",
          "POST /api/v1/users/{id}/second-factor-reset",
          "DELETE /api/v1/account/sessions/{id}",
          "DELETE /api/v1/code-imports/{id}",
          "DELETE /api/v1/reports/{id}",
          "POST /api/v1/deliveries/{id}/cancellation",
          "POST /api/v1/deliveries/{id}/resumption",
          "POST /api/v1/batches/{number}/moves/preview",
          "POST /api/v1/batches/{number}/moves/list/preview",
          "POST /api/v1/label-templates/preview");

  @Inject Houses houses;
  @Inject EntityManager entities;

  @Test
  void everyChangeAndEveryDownloadLeavesAnEntry() {
    Scene scene = Scene.with(houses, 1);
    assertThat(
            Contract.ALL.stream()
                .filter(contract -> contract.endpoint().changes())
                .filter(contract -> contract.audited().isEmpty())
                .map(Contract::toString))
        .containsExactlyInAnyOrderElementsOf(NOT_AUDITED);
    assertAll(
        Contract.ALL.stream()
            .filter(contract -> !contract.audited().isEmpty())
            .map(contract -> () -> assertAudited(scene, contract)));
  }

  private void assertAudited(Scene scene, Contract contract) {
    long before = entries(contract.audited());
    boolean ownSession = contract.toString().equals("DELETE /api/v1/session");
    Session session =
        ownSession ? scene.person(Role.PLATFORM_ADMIN).signIn() : scene.allowed(contract);

    int status = contract.ask(session.request(), scene.house()).statusCode();

    assertThat(status).as(contract.toString()).isBetween(200, 204);
    assertThat(entries(contract.audited())).as(contract.toString()).isEqualTo(before + 1);
  }

  @Test
  void whatWasRefusedLeavesNone() {
    Scene scene = Scene.with(houses, 1);
    long before = entries("product-created");
    scene
        .operator()
        .request()
        .contentType("application/json")
        .body("{\"gtin\":\"%s\",\"name\":\"\",\"category\":\"x\",\"listPriceFen\":1}")
        .post("/api/v1/products")
        .then()
        .statusCode(400);

    assertThat(entries("product-created")).isEqualTo(before);
  }

  private long entries(String action) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery(
                        "select count(*) from AuditEntry where action = :action", Long.class)
                    .setParameter("action", action)
                    .getSingleResult());
  }
}
