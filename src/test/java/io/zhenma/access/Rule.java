package io.zhenma.access;

import io.zhenma.tenancy.Role;
import java.util.Set;

/** Who may use an endpoint. */
enum Rule {
  ANYONE,
  SIGNED_IN(Role.values()),
  ADMIN(Role.PLATFORM_ADMIN),
  BRAND(Role.BRAND_OPERATOR, Role.MARKETER),
  OPERATOR(Role.BRAND_OPERATOR),
  ADMIN_OR_OPERATOR(Role.PLATFORM_ADMIN, Role.BRAND_OPERATOR);

  private final Set<Role> roles;

  Rule(Role... roles) {
    this.roles = Set.of(roles);
  }

  boolean allows(Role role) {
    return this == ANYONE || roles.contains(role);
  }

  boolean isBrandData() {
    return this == BRAND || this == OPERATOR;
  }
}
