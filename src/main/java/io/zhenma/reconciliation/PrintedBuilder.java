package io.zhenma.reconciliation;

import io.zhenma.issuing.ItemLines;
import io.zhenma.issuing.ItemSetBuilder;
import io.zhenma.issuing.LineRefusals;

/** Collects a report line by line; the second cell of a line may say that the label is spoiled. */
final class PrintedBuilder implements ItemLines.Sink {
  private final ItemSetBuilder items = new ItemSetBuilder();
  private final ItemSetBuilder spoiled = new ItemSetBuilder();

  @Override
  public void take(int line, int first, int last, String state, LineRefusals refusals) {
    if (state.equalsIgnoreCase("spoiled")) {
      spoiled.add(first, last);
    } else if (state.isEmpty() || state.equalsIgnoreCase("printed")) {
      items.add(first, last);
    } else {
      refusals.add(line, "print-state");
    }
  }

  void printed(int first, int last) {
    items.add(first, last);
  }

  void spoiled(int first, int last) {
    spoiled.add(first, last);
  }

  Printed build() {
    return new Printed(items.build(), items.repeated(), spoiled.build());
  }
}
