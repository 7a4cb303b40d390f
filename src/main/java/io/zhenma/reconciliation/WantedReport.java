package io.zhenma.reconciliation;

import io.zhenma.gs1.Unseen;
import io.zhenma.issuing.BatchCodes;
import io.zhenma.issuing.LineRefusals;
import io.zhenma.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A printing house's report as JSON. Longer ones are sent as CSV.
 *
 * @param reference the printing house's own name of it
 * @param printed ranges that were printed
 * @param printedCodes item numbers, serial numbers or links that were printed
 * @param spoiled ranges whose labels were destroyed
 * @param spoiledCodes the same by codes
 */
record WantedReport(
    @NotNull String reference,
    @Nullable List<@NotNull Range> printed,
    @Nullable List<@NotNull String> printedCodes,
    @Nullable List<@NotNull Range> spoiled,
    @Nullable List<@NotNull String> spoiledCodes) {

  /** Both ends included. */
  record Range(@NotNull Long firstItem, @NotNull Long lastItem) {}

  private interface Adding {
    void add(int first, int last);
  }

  Printed read(BatchCodes codes, LineRefusals refusals) {
    PrintedBuilder report = new PrintedBuilder();
    ranges("printed", printed, codes, report::printed, refusals);
    codes("printedCodes", printedCodes, codes, report::printed, refusals);
    ranges("spoiled", spoiled, codes, report::spoiled, refusals);
    codes("spoiledCodes", spoiledCodes, codes, report::spoiled, refusals);
    Printed read = report.build();
    if (read.all().isEmpty() && refusals.isEmpty()) {
      throw ProblemException.field("printed", "lines-none");
    }
    return read;
  }

  private static void ranges(
      String field,
      @Nullable List<Range> ranges,
      BatchCodes codes,
      Adding to,
      LineRefusals refusals) {
    for (int i = 0; ranges != null && i < ranges.size(); i++) {
      Range range = ranges.get(i);
      add(field, i, codes.range(range.firstItem(), range.lastItem()), to, refusals);
    }
  }

  private static void codes(
      String field,
      @Nullable List<String> texts,
      BatchCodes codes,
      Adding to,
      LineRefusals refusals) {
    for (int i = 0; texts != null && i < texts.size(); i++) {
      add(field, i, codes.find(Unseen.trim(texts.get(i))), to, refusals);
    }
  }

  private static void add(
      String field, int index, BatchCodes.Found found, Adding to, LineRefusals refusals) {
    if (found instanceof BatchCodes.Found.Items items) {
      to.add(items.first(), items.last());
    } else if (found instanceof BatchCodes.Found.Not not) {
      refusals.add(field + "[" + index + "]", not.fault().key());
    }
  }
}
