package io.zhenma.reconciliation;

import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.ItemSet;
import io.zhenma.issuing.RangeMap;

/**
 * All that is known of some neighbouring items of a batch. A pure value.
 *
 * @param items the items in question
 * @param batch state of those without an exception
 * @param exceptions of these items; may reach beyond them
 * @param prints of these items; may reach beyond them
 * @param delivered items whose codes left in a delivery; may reach beyond
 * @param scanned items that anybody scanned
 */
record Evidence(
    ItemSet items,
    BatchState batch,
    RangeMap<BatchState> exceptions,
    RangeMap<PrintState> prints,
    ItemSet delivered,
    ItemSet scanned) {
  Evidence {
    delivered = delivered.intersect(items);
    scanned = scanned.intersect(items);
  }

  /** The items in this state. */
  ItemSet in(BatchState state) {
    return state == batch
        ? items.minus(exceptions.items())
        : items.intersect(exceptions.items(state));
  }

  /** The items that have a label, or more than one. */
  ItemSet printed() {
    return prints
        .items(PrintState.PRINTED)
        .union(prints.items(PrintState.REPRINTED))
        .intersect(items);
  }

  ItemSet reprinted() {
    return items.intersect(prints.items(PrintState.REPRINTED));
  }

  ItemSet spoiled() {
    return items.intersect(prints.items(PrintState.SPOILED));
  }
}
