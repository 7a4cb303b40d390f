package io.zhenma.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import io.zhenma.tenancy.SecondFactorResets;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A second factor that somebody must have, and one that they lost. */
@QuarkusTest
class SecondFactorDemandTest {
  /** What somebody may do who must set one up: change their password as well. */
  private static final Set<String> FREE =
      Set.of(
          "GET /api/v1/session",
          "DELETE /api/v1/session",
          "PUT /api/v1/account/password",
          "GET /api/v1/account/second-factor",
          "POST /api/v1/account/second-factor",
          "PUT /api/v1/account/second-factor",
          // Refused for another reason
          "POST /api/v1/session/second-factor");

  @Inject Houses houses;
  @Inject EntityManager entities;
  @Inject SecondFactorResets resets;

  @Test
  void whoMustHaveOneMayDoNothingBefore() {
    Scene scene = Scene.with(houses, 1);
    demand(scene, "EVERYBODY");
    Session session = scene.operator();
    session.request().get("/api/v1/session").then().body("mustEnrol", equalTo(true));

    assertAll(
        Contract.ALL.stream()
            .filter(contract -> contract.rule() != Rule.ANYONE)
            .filter(contract -> !FREE.contains(contract.toString()))
            .map(contract -> () -> refused(contract, session, scene.house())));

    App app = App.enrol(scene.house().operator(), session);
    app.session().request().get("/api/v1/products").then().statusCode(200);
  }

  private static void refused(Contract contract, Session session, House house) {
    Response answer = contract.ask(session.request(), house);
    assertThat(answer.statusCode()).as(contract.toString()).isEqualTo(403);
    assertThat(answer.<String>path("type"))
        .as(contract.toString())
        .isEqualTo("urn:zhenma:problem:must-enrol");
  }

  @Test
  void aDemandIsOfTheBrandsPeopleOfThatRoleAndAudited() {
    Scene scene = Scene.with(houses, 1);
    Scene other = Scene.with(houses, 1);
    demand(scene, "OPERATORS");

    products(scene.operator()).then().statusCode(403);
    products(scene.marketer()).then().statusCode(200);
    products(other.operator()).then().statusCode(200);
    demand(scene, "NOBODY");
    products(scene.operator()).then().statusCode(200);

    assertThat(changes(scene)).isEqualTo(List.of("NOBODY -> OPERATORS", "OPERATORS -> NOBODY"));
    put(scene, "SOMEBODY").then().statusCode(400);
  }

  private List<?> changes(Scene scene) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createNativeQuery(
                        "SELECT detail FROM audit_entry WHERE brand_id = ?1"
                            + " AND action = 'second-factor-demand-changed' ORDER BY id")
                    .setParameter(1, scene.house().brand().id())
                    .getResultList());
  }

  @Test
  void switchingItOffWhereItIsDemandedAsksForAnother() {
    Scene scene = Scene.with(houses, 1);
    Person person = scene.house().marketer();
    App app = App.enrol(person);
    demand(scene, "EVERYBODY");
    products(app.session()).then().statusCode(200);

    Response off = App.proved(app.session(), "removal", person.password(), app.code());

    off.then().statusCode(200).body("mustEnrol", equalTo(true));
    products(App.session(off)).then().statusCode(403);
  }

  @Test
  void anAdministratorTakesALostOneOffSomebodyElse() {
    Scene scene = Scene.with(houses, 1);
    Person person = scene.house().operator();
    App app = App.enrol(person);
    Session half = App.half(person);

    reset(scene.admin(), person).then().statusCode(200).body("secondFactor", equalTo(false));

    app.session().request().get("/api/v1/session").then().statusCode(401);
    App.prove(half, app.code()).then().statusCode(401);
    products(person.signIn()).then().statusCode(200);
    reset(scene.admin(), person).then().statusCode(409);
    assertThat(App.enrol(person).secret()).isNotEqualTo(app.secret());
  }

  @Test
  void nobodyTakesTheirOwnOffWithoutACode() {
    Person person = houses.admin();
    App app = App.enrol(person);

    reset(app.session(), person).then().statusCode(409);
    reset(houses.build(1).operator().signIn(), person).then().statusCode(403);
    App.half(person).request().get("/api/v1/users").then().statusCode(403);
  }

  @Test
  void noAdministratorGetsAtTheAccountOfAnother() {
    Person person = houses.admin();
    Session other = houses.admin().signIn();
    link(other, person).then().statusCode(201);
    App app = App.enrol(person);

    reset(other, person).then().statusCode(409).body("errors[0].field", equalTo("id"));
    link(other, person).then().statusCode(409).body("errors[0].field", equalTo("id"));

    app.session().request().get("/api/v1/users").then().statusCode(200);
    App.half(person);
  }

  @Test
  void aFlagThatLostItsSecretIsRepaired() {
    Scene scene = Scene.with(houses, 1);
    Person person = scene.house().operator();
    App.enrol(person);
    change("UPDATE app_user SET second_factor = FALSE WHERE id = " + person.id());
    reset(scene.admin(), person).then().statusCode(200);
    App.enrol(person);
    change("DELETE FROM second_factor WHERE user_id = " + person.id());
    reset(scene.admin(), person).then().statusCode(200);

    App.enrol(person);
  }

  private void change(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }

  private static Response link(Session as, Person whose) {
    return as.request().post("/api/v1/users/" + whose.id() + "/password-reset");
  }

  @Test
  void theCommandLineLetsALoneAdministratorIn() {
    Person person = houses.admin();
    App.enrol(person);

    assertThat(resets.ofEmail("nobody-of-that-name@example.com")).isFalse();
    assertThat(resets.ofEmail(person.email())).isTrue();

    person.signIn().request().get("/api/v1/users").then().statusCode(200);
  }

  @Test
  void aLinkForANewPasswordLeavesTheSecondFactor() {
    Person person = houses.build(1).operator();
    App.enrol(person);
    String token = link(houses.admin().signIn(), person).path("token");
    Session.NONE
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("token", token, "password", "another horse, brown"))
        .post("/api/v1/password-resets")
        .then()
        .statusCode(204);

    Person.trySigningIn(person.email(), "another horse, brown")
        .then()
        .body("codeWanted", equalTo(true));
  }

  private static Response reset(Session as, Person whose) {
    return as.request().post("/api/v1/users/" + whose.id() + "/second-factor-reset");
  }

  private static Response products(Session session) {
    return session.request().get("/api/v1/products");
  }

  private static void demand(Scene scene, String of) {
    put(scene, of).then().statusCode(200).body("secondFactor", equalTo(of));
  }

  private static Response put(Scene scene, String of) {
    return scene
        .admin()
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("of", of))
        .put("/api/v1/brands/" + scene.house().brand().id() + "/second-factor");
  }
}
