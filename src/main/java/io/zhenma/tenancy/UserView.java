package io.zhenma.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see them.
 *
 * @param secondFactor whether they sign in with a code, too
 */
record UserView(
    long id,
    String email,
    String name,
    Role role,
    @Nullable Long brandId,
    boolean active,
    boolean secondFactor,
    Instant createdAt) {}
