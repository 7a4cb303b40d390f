package io.zhenma.tenancy;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A brand as others see it.
 *
 * @param slug its short name in addresses
 * @param timeZone the zone in which its days begin, such as {@code Asia/Shanghai}
 */
public record BrandView(long id, String slug, String name, String timeZone, Instant createdAt) {
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }
}
