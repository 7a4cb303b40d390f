package io.zhenma.issuing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A batch of items whose codes an earlier system printed.
 *
 * @param gtin 14 digits, of a product of the brand
 * @param quantity number of items
 * @param expiresOn last good day, or empty to take the product's shelf life
 */
public record AdoptedBatch(
    String gtin, long quantity, String lot, LocalDate producedOn, Optional<LocalDate> expiresOn) {
  /** To a batch that has its product. */
  void writeTo(Batch batch) {
    batch.quantity = quantity;
    batch.lot = lot;
    batch.producedOn = producedOn;
    batch.expiresOn = expiresOn.orElse(batch.product.lastDay(producedOn));
    batch.profile = CodeProfile.FOREIGN;
  }
}
