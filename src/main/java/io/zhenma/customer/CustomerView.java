package io.zhenma.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's profile.
 *
 * @param id 32 hexadecimal digits that mean nothing outside the brand
 * @param purchases items that this customer verified first
 * @param spentFen their list prices in fen
 * @param tags short words for filters, from the profile itself
 * @param segment group in the latest RFM report, or null
 */
record CustomerView(
    String id,
    Instant firstSeen,
    Instant lastSeen,
    int scans,
    int purchases,
    long spentFen,
    String country,
    String province,
    String city,
    String carrier,
    String deviceBrand,
    String deviceModel,
    String os,
    String hostApp,
    String networkType,
    List<String> tags,
    @Nullable String segment) {}
