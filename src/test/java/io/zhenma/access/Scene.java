package io.zhenma.access;

import io.zhenma.access.Person.Session;
import io.zhenma.tenancy.Role;
import java.util.Arrays;

/** A brand whose people, and an administrator, are signed in. */
record Scene(House house, Person administrator, Session admin, Session operator, Session marketer) {

  static Scene with(Houses houses, int batches) {
    House house = houses.build(batches);
    Person admin = houses.admin();
    return new Scene(
        house, admin, admin.signIn(), house.operator().signIn(), house.marketer().signIn());
  }

  Session as(Role role) {
    return switch (role) {
      case PLATFORM_ADMIN -> admin;
      case BRAND_OPERATOR -> operator;
      case MARKETER -> marketer;
    };
  }

  Person person(Role role) {
    return switch (role) {
      case PLATFORM_ADMIN -> administrator;
      case BRAND_OPERATOR -> house.operator();
      case MARKETER -> house.marketer();
    };
  }

  /** Somebody who may use the endpoint. */
  Session allowed(Contract contract) {
    return Arrays.stream(Role.values())
        .filter(contract.rule()::allows)
        .findFirst()
        .map(this::as)
        .orElse(Session.NONE);
  }
}
