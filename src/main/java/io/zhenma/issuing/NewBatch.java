package io.zhenma.issuing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A batch to be issued.
 *
 * @param quantity 1 to 2^30 items
 * @param lot 1 to 20 letters, digits or the signs {@code - . _ /}, the first a letter or digit
 */
public record NewBatch(
    @NotNull String gtin,
    @NotNull Long quantity,
    @NotNull String lot,
    @NotNull LocalDate producedOn) {}
