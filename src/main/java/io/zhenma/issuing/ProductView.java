package io.zhenma.issuing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhenma.gs1.Circulation;
import io.zhenma.gs1.Gtin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as others see it.
 *
 * @param gtin 14 digits
 * @param listPriceFen recommended retail price in fen (1/100 CNY)
 * @param shelfLifeDays days from production to expiry, or null when it does not expire
 * @param picture the name of its picture among the brand's pictures, or null when it has none
 */
public record ProductView(
    @JsonIgnore long id,
    @JsonIgnore long brandId,
    String gtin,
    String name,
    String category,
    long listPriceFen,
    @Nullable Integer shelfLifeDays,
    @Nullable String picture,
    Instant createdAt) {
  /** Where its number means something. */
  @JsonProperty
  public Circulation circulation() {
    return new Gtin(gtin).circulation();
  }
}
