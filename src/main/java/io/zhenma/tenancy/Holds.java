package io.zhenma.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** What sessions still want of their owners, asked anew with each request. */
@ApplicationScoped
class Holds {
  private final EntityManager entities;
  private final SecondFactorConfig config;

  Holds(EntityManager entities, SecondFactorConfig config) {
    this.entities = entities;
    this.config = config;
  }

  /**
   * What a session of this user wants first.
   *
   * @param proved whether a code was given for the session
   */
  Hold of(AppUser user, boolean proved) {
    if (user.secondFactor && !proved) {
      return Hold.CODE;
    }
    if (user.mustChange) {
      return Hold.PASSWORD;
    }
    return !user.secondFactor && demands(user) ? Hold.ENROLMENT : Hold.NONE;
  }

  /** Whether somebody decided that this user must have a second factor. */
  @Transactional
  boolean demands(AppUser user) {
    if (user.brandId == null) {
      return config.administrators();
    }
    Brand brand = entities.find(Brand.class, user.brandId);
    return brand != null && brand.secondFactor.covers(user.role);
  }
}
