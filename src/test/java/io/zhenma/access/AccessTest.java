package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.zhenma.access.Person.Session;
import io.zhenma.tenancy.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who may use what, asked of every endpoint that the running application has. */
@QuarkusTest
class AccessTest {
  /** Everything else that the server answers under; public, and nobody's data. */
  private static final Set<String> OTHER_ROUTES = Set.of("/console");

  @Inject Houses houses;
  @Inject EntityManager entities;
  @Inject Router router;

  private static @Nullable Scene shared;

  private Scene scene() {
    Scene scene = shared == null ? Scene.with(houses, 1) : shared;
    shared = scene;
    return scene;
  }

  @Test
  void everyEndpointOfTheRunningApplicationIsInTheContract() {
    assertThat(Endpoint.all()).hasSizeGreaterThan(25).isEqualTo(Contract.endpoints());
  }

  @Test
  void everyOtherRouteIsKnown() {
    Set<String> unknown = new TreeSet<>();
    router.getRoutes().stream()
        .map(Route::getPath)
        .filter(Objects::nonNull)
        .filter(path -> !Set.of("/", "/q/").contains(path))
        .filter(path -> OTHER_ROUTES.stream().noneMatch(path::startsWith))
        .forEach(unknown::add);

    assertThat(unknown).isEmpty();
  }

  @Test
  void nobodyIsAskedToSignInUnlessTheEndpointIsPublic() {
    forAll(
        contract -> contract.rule() != Rule.ANYONE,
        contract -> refused(contract, Session.NONE, 401, "unauthenticated"));
  }

  @Test
  void publicEndpointsNeedNoSession() {
    forAll(
        contract -> contract.rule() == Rule.ANYONE,
        contract -> allowed(contract, contract.ask(Session.NONE.request(), scene().house())));
  }

  @Test
  void theWrongRoleIsRefused() {
    forEveryRole(false, (contract, role) -> refused(contract, scene().as(role), 403, "forbidden"));
  }

  @Test
  void theRightRoleIsLetIn() {
    forEveryRole(true, (contract, role) -> allowed(contract, asked(contract, role)));
  }

  @Test
  void aChangeWithoutTheSessionsTokenIsRefused() {
    forEveryRole(
        true,
        (contract, role) -> {
          if (contract.endpoint().changes() && contract.rule() != Rule.ANYONE) {
            problem(
                contract,
                contract.ask(scene().as(role).withoutToken(), scene().house()),
                403,
                "csrf");
          }
        });
  }

  @Test
  void aChangeWithAnotherSessionsTokenIsRefused() {
    String another = houses.admin().signIn().antiForgeryToken();
    forEveryRole(
        true,
        (contract, role) -> {
          if (contract.endpoint().changes() && contract.rule() != Rule.ANYONE) {
            Session mixed = new Session(scene().as(role).cookie(), another);
            refused(contract, mixed, 403, "csrf");
          }
        });
  }

  @Test
  void aSessionThatIsOverOpensNothing() {
    List<Session> over =
        List.of(
            new Session("x".repeat(43), "y"),
            ended("expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND"),
            ended("last_used_at = UTC_TIMESTAMP(3) - INTERVAL 121 MINUTE"),
            signedOut(),
            deactivated(false),
            deactivated(true));
    forAll(
        contract -> contract.rule() != Rule.ANYONE,
        contract -> over.forEach(session -> refused(contract, session, 401, "unauthenticated")));
  }

  @Test
  void aStaleCookieDoesNotKeepAnybodyFromPublicPages() {
    Session stale = new Session("x".repeat(43), "y");
    forAll(
        contract -> contract.rule() == Rule.ANYONE,
        contract -> allowed(contract, contract.ask(stale.withoutToken(), scene().house())));
  }

  @Test
  void noSpellingOfAPathGetsRoundTheToken() {
    Session session = scene().operator();
    String body = "{\"gtin\":\"%s\",\"name\":\"x\",\"category\":\"x\",\"listPriceFen\":1}";
    assertAll(
        Stream.of(
                "/api/v1/products",
                "/api/v1/products/",
                "//api/v1/products",
                "/api//v1/products",
                "/api/v1/./products",
                "/api/v1/x/../products",
                "/api/v1/products;a=b",
                "/%61pi/v1/products",
                "/api%2fv1/products",
                "/API/v1/products",
                "/api/v1/scans/../products",
                "/api/v1/products?x=/api/v1/scans")
            .map(
                path ->
                    () -> {
                      Response answer =
                          session
                              .withoutToken()
                              .contentType("application/json")
                              .body(body.formatted(House.freshGtin()))
                              .post(path);
                      assertThat(answer.statusCode()).as(path).isIn(403, 404, 405);
                    }));
  }

  private Session ended(String change) {
    Session session = houses.admin().signIn();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                assertThat(
                        entities
                            .createNativeQuery(
                                "UPDATE user_session SET "
                                    + change
                                    + " WHERE token_hash = UNHEX(SHA2(?1, 256))")
                            .setParameter(1, "session:" + session.cookie())
                            .executeUpdate())
                    .isEqualTo(1));
    return session;
  }

  private Session signedOut() {
    Session session = houses.admin().signIn();
    session.request().delete("/api/v1/session").then().statusCode(204);
    return session;
  }

  private Session deactivated(boolean andBack) {
    Person person = houses.admin();
    Session session = person.signIn();
    setActive(person, false);
    if (andBack) {
      setActive(person, true);
    }
    return session;
  }

  private void setActive(Person person, boolean active) {
    scene()
        .admin()
        .request()
        .contentType("application/json")
        .body("{\"active\":" + active + "}")
        .put("/api/v1/users/" + person.id() + "/active")
        .then()
        .statusCode(200);
  }

  /** Signing out ends the session that all other questions are asked with: it takes its own. */
  private Response asked(Contract contract, Role role) {
    boolean signsOut = contract.toString().equals("DELETE /api/v1/session");
    Session session = signsOut ? scene().person(role).signIn() : scene().as(role);
    return contract.ask(session.request(), scene().house());
  }

  private void allowed(Contract contract, Response answer) {
    assertThat(answer.statusCode()).as("%s: %s", contract, answer.asString()).isNotIn(401, 403);
    assertThat(answer.statusCode()).as(contract.toString()).isLessThan(500);
  }

  private void refused(Contract contract, Session session, int status, String slug) {
    problem(contract, contract.ask(session.request(), scene().house()), status, slug);
  }

  private void problem(Contract contract, Response answer, int status, String slug) {
    assertThat(answer.statusCode()).as(contract.toString()).isEqualTo(status);
    answer
        .then()
        .contentType("application/problem+json")
        .body("type", equalTo("urn:zhenma:problem:" + slug));
  }

  private static void forAll(Predicate<Contract> which, Consumer<Contract> expectation) {
    assertAll(
        Contract.ALL.stream()
            .filter(which)
            .map(contract -> (Executable) () -> expectation.accept(contract)));
  }

  private static void forEveryRole(boolean allowed, BiConsumer<Contract, Role> expectation) {
    List<Executable> all = new ArrayList<>();
    for (Contract contract : Contract.ALL) {
      for (Role role : Role.values()) {
        if (contract.rule().allows(role) == allowed) {
          all.add(() -> expectation.accept(contract, role));
        }
      }
    }
    assertAll(all);
  }
}
