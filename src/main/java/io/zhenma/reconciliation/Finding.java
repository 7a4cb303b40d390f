package io.zhenma.reconciliation;

import io.zhenma.issuing.ItemRange;
import io.zhenma.issuing.ItemSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts items part by part of a batch and remembers the first hundred ranges; a range that goes on
 * in the next part is one.
 */
final class Finding {
  private static final int TOLD = 100;

  private final List<ItemRange> first = new ArrayList<>();
  private long items;
  private long ranges;
  private int end = -2;

  /** Adds the items of the next part, all above those before. */
  void add(ItemSet found) {
    items += found.count();
    for (int i = 0; i < found.rangeCount(); i++) {
      ItemRange range = found.range(i);
      boolean goesOn = range.first() == end + 1;
      if (!goesOn) {
        ranges++;
      }
      if (goesOn && ranges <= TOLD) {
        int last = first.size() - 1;
        first.set(last, new ItemRange(first.get(last).first(), range.last()));
      } else if (ranges <= TOLD) {
        first.add(range);
      }
      end = range.last();
    }
  }

  long items() {
    return items;
  }

  /** How many ranges there are. */
  long ranges() {
    return ranges;
  }

  /** The first hundred of them. */
  List<ItemRange> first() {
    return List.copyOf(first);
  }
}
