package io.zhenma.issuing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as others see it.
 *
 * @param gtin 14 digits
 * @param listPriceFen recommended retail price in fen (1/100 CNY)
 * @param shelfLifeDays days from production to expiry, or null when it does not expire
 */
public record ProductView(
    @JsonIgnore long id,
    @JsonIgnore long brandId,
    String gtin,
    String name,
    String category,
    long listPriceFen,
    @Nullable Integer shelfLifeDays,
    Instant createdAt) {}
