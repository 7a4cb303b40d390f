package io.zhenma.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param mustChange whether nothing else is allowed before the password is changed
 * @param codeWanted whether nothing else is allowed before the code of the second factor is given
 * @param mustEnrol whether nothing else is allowed before a second factor is set up
 * @param recoveryCodesLeft null without a second factor, and before its code was given
 */
record SessionView(
    User user,
    @Nullable BrandView brand,
    String csrfToken,
    Instant expiresAt,
    boolean mustChange,
    boolean codeWanted,
    boolean mustEnrol,
    @Nullable Integer recoveryCodesLeft) {
  record User(long id, String email, String name, Role role) {}
}
