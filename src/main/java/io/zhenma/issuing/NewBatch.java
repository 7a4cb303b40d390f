package io.zhenma.issuing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch to be issued.
 *
 * @param quantity 1 to 2^30 items
 * @param lot 1 to 20 letters, digits or the signs {@code - . _ /}, the first a letter or digit
 * @param profile COMPACT (also when left out) or SIGNED
 * @param linkParts what the links shall carry beside GTIN and serial number; nothing when left out
 * @param state CREATED for a draft, or ISSUED (also when left out)
 * @param soldIn GB/T 2260 codes of the provinces it may be sold in; everywhere when left out or
 *     empty
 */
public record NewBatch(
    @NotNull String gtin,
    @NotNull Long quantity,
    @NotNull String lot,
    @NotNull LocalDate producedOn,
    @Nullable CodeProfile profile,
    @Nullable LinkParts linkParts,
    @Nullable BatchState state,
    @Nullable List<@Nullable String> soldIn) {
  /** A batch of compact codes, issued at once. */
  public NewBatch(String gtin, Long quantity, String lot, LocalDate producedOn) {
    this(gtin, quantity, lot, producedOn, null, null, null, null);
  }

  BatchDetails details() {
    return new BatchDetails(quantity, lot, producedOn, profile, linkParts);
  }
}
