package io.zhenma.reconciliation;

import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.ItemSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What doesn't add up. Each has a sentence in the console in every language. */
enum Discrepancy {
  /** Labels of codes that nobody was given. */
  PRINTED_NOT_DELIVERED(
      evidence -> evidence.printed().union(evidence.spoiled()).minus(evidence.delivered()),
      Source.PRINT_REPORTS,
      Source.DELIVERIES),
  /** Codes that left, and of which no report says that they became labels. */
  DELIVERED_NOT_PRINTED(
      evidence -> evidence.delivered().minus(evidence.printed()).minus(evidence.spoiled()),
      Source.PRINT_REPORTS,
      Source.DELIVERIES),
  PRINTED_TWICE(Evidence::reprinted, Source.PRINT_REPORTS),
  /** On sale, though there is no good label. */
  ACTIVE_NOT_PRINTED(
      evidence -> evidence.in(BatchState.ACTIVE).minus(evidence.printed()), Source.PRINT_REPORTS),
  SCANNED_NOT_PRINTED(
      evidence -> evidence.scanned().minus(evidence.printed()).minus(evidence.spoiled()),
      Source.PRINT_REPORTS),
  SCANNED_SPOILED(
      evidence -> evidence.scanned().intersect(evidence.spoiled()), Source.PRINT_REPORTS),
  /** Scanned, and to this day not on sale. */
  SCANNED_NOT_ACTIVE(evidence -> evidence.scanned().intersect(evidence.in(BatchState.ISSUED))),
  /** Scanned before or after it was voided. */
  SCANNED_VOID(evidence -> evidence.scanned().intersect(evidence.in(BatchState.VOID)));

  /** What must have been told for a discrepancy to mean anything. */
  enum Source {
    PRINT_REPORTS,
    DELIVERIES
  }

  private final Function<Evidence, ItemSet> items;
  private final Set<Source> sources;

  Discrepancy(Function<Evidence, ItemSet> items, Source... sources) {
    this.items = items;
    this.sources = Set.of(sources);
  }

  /** The items that it is true of. */
  ItemSet of(Evidence evidence) {
    return items.apply(evidence);
  }

  /** Without a single report, for example, "not printed" is no news. */
  boolean canBeTold(Set<Source> known) {
    return known.containsAll(sources);
  }

  /** Such as {@code printed-not-delivered}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
