package io.zhenma.tenancy;

/** Of whom in a brand a second factor is demanded. */
enum SecondFactorDemand {
  NOBODY,
  OPERATORS,
  EVERYBODY;

  boolean covers(Role role) {
    return this == EVERYBODY || (this == OPERATORS && role == Role.BRAND_OPERATOR);
  }
}
