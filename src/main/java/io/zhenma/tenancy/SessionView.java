package io.zhenma.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param mustChange whether nothing else is allowed before the password is changed
 */
record SessionView(
    User user, @Nullable BrandView brand, String csrfToken, Instant expiresAt, boolean mustChange) {
  record User(long id, String email, String name, Role role) {}

  static SessionView of(Access access, String csrfToken, Instant expiresAt, Brands brands) {
    Long brandId = access.brandId();
    return new SessionView(
        new User(access.userId(), access.email(), access.name(), access.role()),
        brandId == null ? null : brands.get(brandId),
        csrfToken,
        expiresAt,
        access.mustChange());
  }
}
