package io.zhenma.tenancy;

import org.jspecify.annotations.Nullable;

/** Who asks, in which role, for which brand. */
record Access(long userId, String email, String name, Role role, @Nullable Long brandId) {}
