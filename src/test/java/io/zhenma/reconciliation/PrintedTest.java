package io.zhenma.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.issuing.RangeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Reports as ranges against one label an item. */
class PrintedTest {
  private static final int ITEMS = 40;

  /** Whether spoiled, first item, further items. */
  @Provide
  Arbitrary<List<List<Tuple3<Boolean, Integer, Integer>>>> reports() {
    return Combinators.combine(
            Arbitraries.of(true, false, false),
            Arbitraries.integers().between(0, ITEMS - 1),
            Arbitraries.integers().between(0, 10))
        .as(Tuple::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .list()
        .ofMaxSize(6);
  }

  @Property
  void everyLabelIsFollowed(
      @ForAll("reports") List<List<Tuple3<Boolean, Integer, Integer>>> reports) {
    RangeMap<PrintState> known = RangeMap.empty(PrintState.class);
    List<Optional<PrintState>> naive = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      naive.add(Optional.empty());
    }
    for (List<Tuple3<Boolean, Integer, Integer>> report : reports) {
      PrintedBuilder builder = new PrintedBuilder();
      for (Tuple3<Boolean, Integer, Integer> line : report) {
        int last = last(line);
        if (line.get1()) {
          builder.spoiled(line.get2(), last);
        } else {
          builder.printed(line.get2(), last);
        }
      }
      known = builder.build().after(known);
      follow(naive, report);
      for (int item = 0; item < ITEMS; item++) {
        assertThat(known.at(item)).as("item %d", item).isEqualTo(naive.get(item));
      }
    }
  }

  /** All that is printed is printed first, one label after the other; then labels are destroyed. */
  private static void follow(
      List<Optional<PrintState>> naive, List<Tuple3<Boolean, Integer, Integer>> report) {
    for (boolean spoiled : new boolean[] {false, true}) {
      for (Tuple3<Boolean, Integer, Integer> line : report) {
        for (int item = line.get2(); line.get1() == spoiled && item <= last(line); item++) {
          naive.set(item, Optional.of(spoiled ? PrintState.SPOILED : another(naive.get(item))));
        }
      }
    }
  }

  private static PrintState another(Optional<PrintState> before) {
    boolean none = before.isEmpty() || before.get() == PrintState.SPOILED;
    return none ? PrintState.PRINTED : PrintState.REPRINTED;
  }

  private static int last(Tuple3<Boolean, Integer, Integer> line) {
    return Math.min(ITEMS - 1, line.get2() + line.get3());
  }
}
