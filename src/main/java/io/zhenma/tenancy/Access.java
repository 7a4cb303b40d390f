package io.zhenma.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, in which role, for which brand.
 *
 * @param hold what they must do before they may do anything else
 */
record Access(
    long userId, String email, String name, Role role, @Nullable Long brandId, Hold hold) {}
