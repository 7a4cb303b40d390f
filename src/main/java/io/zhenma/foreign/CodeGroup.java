package io.zhenma.foreign;

import java.time.LocalDate;
import java.util.Optional;

/** What rows of an import have in common when they become one batch. */
record CodeGroup(String gtin, String lot, Optional<LocalDate> expiresOn) {}
