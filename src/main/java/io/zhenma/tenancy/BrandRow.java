package io.zhenma.tenancy;

import java.time.Instant;
import java.util.List;

/**
 * A brand as administrators see it.
 *
 * @param prefixes its GS1 company prefixes
 * @param anyGtin whether it may register GTINs of whatever prefix that is nobody else's
 * @param secondFactor of whom a second factor is demanded
 */
record BrandRow(
    long id,
    String slug,
    String name,
    String timeZone,
    Instant createdAt,
    List<String> prefixes,
    boolean anyGtin,
    SecondFactorDemand secondFactor) {

  static BrandRow of(BrandView brand, List<String> prefixes, Brand row) {
    return new BrandRow(
        brand.id(),
        brand.slug(),
        brand.name(),
        brand.timeZone(),
        brand.createdAt(),
        prefixes,
        row.anyGtin,
        row.secondFactor);
  }
}
