package io.zhenma.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Sessions as their owners see them. */
@ApplicationScoped
class SessionViews {
  private final Brands brands;
  private final SecondFactors factors;
  private final RecoveryCodes recoveries;

  SessionViews(Brands brands, SecondFactors factors, RecoveryCodes recoveries) {
    this.brands = brands;
    this.factors = factors;
    this.recoveries = recoveries;
  }

  SessionView of(Sessions.Opened opened) {
    return of(opened.access(), opened.token().antiForgeryToken(), opened.expiresAt());
  }

  SessionView of(Access access, String csrfToken, Instant expiresAt) {
    Long brandId = access.brandId();
    boolean tellsCodes = access.hold() != Hold.CODE && factors.isOn(access.userId());
    return new SessionView(
        new SessionView.User(access.userId(), access.email(), access.name(), access.role()),
        brandId == null ? null : brands.get(brandId),
        csrfToken,
        expiresAt,
        access.hold() == Hold.PASSWORD,
        access.hold() == Hold.CODE,
        access.hold() == Hold.ENROLMENT,
        tellsCodes ? recoveries.left(access.userId()) : null);
  }
}
