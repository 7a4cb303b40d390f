package io.zhenma.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * What to deliver of a batch.
 *
 * @param kind outer, inner or both; both if left out
 * @param first number of the first item; 0 if left out
 * @param count number of items; all that follow if left out
 * @param template for labels: how they are laid out; the standard sheet if left out
 * @param printingHouseId whom it is sealed for
 */
record WantedDelivery(
    @NotNull FileFormat format,
    Optional<String> kind,
    Optional<Long> first,
    Optional<Long> count,
    Optional<String> template,
    Optional<Long> printingHouseId) {}
