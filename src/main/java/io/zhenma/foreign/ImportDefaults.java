package io.zhenma.foreign;

import java.util.Optional;

/**
 * What holds for the rows that say nothing else.
 *
 * @param gtin 14 digits
 */
record ImportDefaults(Optional<String> gtin, Optional<String> lot, boolean ignoreCase) {}
