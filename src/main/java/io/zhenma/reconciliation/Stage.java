package io.zhenma.reconciliation;

import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.ItemSet;
import java.util.Locale;
import java.util.function.Function;

/** What may have become of an item, in the order of its life. */
enum Stage {
  ISSUED(Evidence::items),
  DELIVERED(Evidence::delivered),
  PRINTED(Evidence::printed),
  SPOILED(Evidence::spoiled),
  ACTIVATED(evidence -> evidence.in(BatchState.ACTIVE)),
  SCANNED(Evidence::scanned),
  RECALLED(evidence -> evidence.in(BatchState.RECALLED)),
  VOIDED(evidence -> evidence.in(BatchState.VOID));

  private final Function<Evidence, ItemSet> items;

  Stage(Function<Evidence, ItemSet> items) {
    this.items = items;
  }

  /** The items that are there now. */
  ItemSet of(Evidence evidence) {
    return items.apply(evidence);
  }

  /** Such as {@code delivered}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
