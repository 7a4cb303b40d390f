package io.zhenma.reconciliation;

import io.zhenma.issuing.ItemSet;
import io.zhenma.issuing.RangeMap;

/**
 * What one report says. Labels are printed first and spoiled then: an item in both has none left.
 *
 * @param items printed
 * @param repeated those of them that the report itself names more than once
 * @param spoiled labels destroyed, whether the report has them as printed or not
 */
record Printed(ItemSet items, ItemSet repeated, ItemSet spoiled) {

  /** All items that the report says something of. */
  ItemSet all() {
    return items.union(spoiled);
  }

  /** What is known with this report, after what was known before. */
  RangeMap<PrintState> after(RangeMap<PrintState> before) {
    return before
        .with(items, PrintState.PRINTED)
        .with(again(before), PrintState.REPRINTED)
        .with(spoiled, PrintState.SPOILED);
  }

  /** The items that have more than one label once they are printed. */
  ItemSet again(RangeMap<PrintState> before) {
    return before
        .items(PrintState.PRINTED)
        .union(before.items(PrintState.REPRINTED))
        .intersect(items)
        .union(repeated);
  }
}
