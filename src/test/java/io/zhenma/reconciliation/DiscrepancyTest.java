package io.zhenma.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.ItemRange;
import io.zhenma.issuing.ItemSet;
import io.zhenma.issuing.ItemSetBuilder;
import io.zhenma.issuing.RangeMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What doesn't add up, against the same in plain words an item. */
class DiscrepancyTest {
  private static final int ITEMS = 50;
  private static final Set<Discrepancy.Source> ALL = EnumSet.allOf(Discrepancy.Source.class);

  /** All that may be known of one item. */
  record Known(BatchState state, @Nullable PrintState print, boolean delivered, boolean scanned) {

    boolean has(Discrepancy discrepancy) {
      boolean label = print == PrintState.PRINTED || print == PrintState.REPRINTED;
      return switch (discrepancy) {
        case PRINTED_NOT_DELIVERED -> print != null && !delivered;
        case DELIVERED_NOT_PRINTED -> delivered && print == null;
        case PRINTED_TWICE -> print == PrintState.REPRINTED;
        case ACTIVE_NOT_PRINTED -> state == BatchState.ACTIVE && !label;
        case SCANNED_NOT_PRINTED -> scanned && print == null;
        case SCANNED_SPOILED -> scanned && print == PrintState.SPOILED;
        case SCANNED_NOT_ACTIVE -> scanned && state == BatchState.ISSUED;
        case SCANNED_VOID -> scanned && state == BatchState.VOID;
      };
    }

    boolean is(Stage stage) {
      return switch (stage) {
        case ISSUED -> true;
        case DELIVERED -> delivered;
        case PRINTED -> print == PrintState.PRINTED || print == PrintState.REPRINTED;
        case SPOILED -> print == PrintState.SPOILED;
        case ACTIVATED -> state == BatchState.ACTIVE;
        case SCANNED -> scanned;
        case RECALLED -> state == BatchState.RECALLED;
        case VOIDED -> state == BatchState.VOID;
      };
    }
  }

  @Provide
  Arbitrary<List<Known>> batches() {
    Arbitrary<BatchState> state =
        Arbitraries.of(BatchState.ISSUED, BatchState.ACTIVE, BatchState.RECALLED, BatchState.VOID);
    Arbitrary<@Nullable PrintState> print = Arbitraries.of(PrintState.class).injectNull(0.3);
    Arbitrary<Boolean> yes = Arbitraries.of(true, false);
    return Combinators.combine(state, print, yes, yes).as(Known::new).list().ofSize(ITEMS);
  }

  @Property
  void everyItemIsCountedWhereItBelongs(
      @ForAll("batches") List<Known> items, @ForAll @IntRange(min = 1, max = ITEMS) int part) {
    Reconciliation sum = new Reconciliation(ALL);
    for (int first = 0; first < ITEMS; first += part) {
      sum.add(evidence(items, first, Math.min(ITEMS, first + part) - 1));
    }

    for (Stage stage : Stage.values()) {
      assertThat(sum.counts().get(stage))
          .as(stage.slug())
          .isEqualTo(items.stream().filter(item -> item.is(stage)).count());
    }
    for (Discrepancy discrepancy : Discrepancy.values()) {
      ItemSet expected = itemsWith(items, discrepancy);
      Finding finding = sum.findings().getOrDefault(discrepancy, new Finding());
      assertThat(finding.items()).as(discrepancy.slug()).isEqualTo(expected.count());
      assertThat(finding.ranges()).isEqualTo(expected.rangeCount());
      assertThat(finding.first()).isEqualTo(expected.ranges());
    }
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "PRINT_REPORTS, 6", "DELIVERIES, 2", "PRINT_REPORTS DELIVERIES, 8"})
  void whatNobodyReportedIsNoDiscrepancy(String sources, int told) {
    Set<Discrepancy.Source> known = EnumSet.noneOf(Discrepancy.Source.class);
    for (String source : sources.isEmpty() ? new String[0] : sources.split(" ", -1)) {
      known.add(Discrepancy.Source.valueOf(source));
    }
    Reconciliation sum = new Reconciliation(known);
    sum.add(
        new Evidence(
            ItemSet.all(5),
            BatchState.ACTIVE,
            RangeMap.empty(BatchState.class),
            RangeMap.empty(PrintState.class),
            ItemSet.all(3),
            ItemSet.EMPTY));

    assertThat(sum.findings()).hasSize(told);
  }

  @Test
  void ofManyRangesAHundredAreToldAndAllAreCounted() {
    Finding finding = new Finding();
    for (int part = 0; part < 3; part++) {
      ItemSetBuilder items = new ItemSetBuilder();
      for (int i = 0; i < 60; i++) {
        items.add(part * 120 + i * 2);
      }
      finding.add(items.build());
    }

    assertThat(finding.items()).isEqualTo(180);
    assertThat(finding.ranges()).isEqualTo(180);
    assertThat(finding.first()).hasSize(100).startsWith(new ItemRange(0, 0));
  }

  private static ItemSet itemsWith(List<Known> items, Discrepancy discrepancy) {
    ItemSetBuilder found = new ItemSetBuilder();
    for (int item = 0; item < ITEMS; item++) {
      if (items.get(item).has(discrepancy)) {
        found.add(item);
      }
    }
    return found.build();
  }

  private static Evidence evidence(List<Known> items, int first, int last) {
    List<RangeMap.Entry<BatchState>> states = new ArrayList<>();
    List<RangeMap.Entry<PrintState>> prints = new ArrayList<>();
    ItemSetBuilder delivered = new ItemSetBuilder();
    ItemSetBuilder scanned = new ItemSetBuilder();
    for (int item = 0; item < ITEMS; item++) {
      Known known = items.get(item);
      if (known.state() != BatchState.ACTIVE) {
        states.add(new RangeMap.Entry<>(item, item, known.state()));
      }
      PrintState print = known.print();
      if (print != null) {
        prints.add(new RangeMap.Entry<>(item, item, print));
      }
      if (known.delivered()) {
        delivered.add(item);
      }
      if (known.scanned()) {
        scanned.add(item);
      }
    }
    return new Evidence(
        ItemSet.of(first, last),
        BatchState.ACTIVE,
        RangeMap.of(BatchState.class, states),
        RangeMap.of(PrintState.class, prints),
        delivered.build(),
        scanned.build());
  }
}
