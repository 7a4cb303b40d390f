package io.zhenma.issuing;

import static io.zhenma.issuing.BatchState.ACTIVE;
import static io.zhenma.issuing.BatchState.CREATED;
import static io.zhenma.issuing.BatchState.ISSUED;
import static io.zhenma.issuing.BatchState.RECALLED;
import static io.zhenma.issuing.BatchState.VOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The states as ranges against one state an item. */
class ItemStatesTest {
  private static final int ITEMS = NaiveStates.ITEMS;

  /** A move of a range, or of the whole batch when there is no range. */
  record Step(BatchState to, int first, int last, boolean whole) {
    ItemSet items() {
      return ItemSet.of(first, last);
    }
  }

  @Provide
  Arbitrary<List<Step>> life() {
    Arbitrary<BatchState> to = Arbitraries.of(ACTIVE, RECALLED, VOID);
    Arbitrary<Integer> first = Arbitraries.integers().between(0, ITEMS - 1);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 15);
    Arbitrary<Boolean> whole = Arbitraries.of(true, false, false, false, false);
    return Combinators.combine(to, first, length, whole)
        .as((t, f, n, w) -> new Step(t, f, Math.min(ITEMS - 1, f + n), w))
        .list()
        .ofMaxSize(25);
  }

  @Property
  void everyItemIsWhereOneStateAnItemWouldHaveIt(@ForAll("life") List<Step> life) {
    NaiveStates naive = new NaiveStates();
    ItemStates states = ItemStates.uniform(ISSUED, ITEMS);
    for (Step step : life) {
      ItemStates.Move move =
          step.whole() ? states.whole(step.to()) : states.some(step.items(), step.to());
      long moved =
          step.whole()
              ? naive.whole(step.to(), states.batch())
              : naive.some(step.first(), step.last(), step.to());

      states = move.after();
      assertThat(move.count()).isEqualTo(moved);
      assertSame(states, naive);
    }
  }

  @Property
  void whatIsRefusedIsExactlyWhatMayNotGo(@ForAll("life") List<Step> life) {
    ItemStates states = ItemStates.uniform(ISSUED, ITEMS);
    for (Step step : life) {
      ItemStates.Move move = states.some(step.items(), step.to());
      for (int item = 0; item < ITEMS; item++) {
        int number = item;
        BatchState state = states.at(item).state();
        boolean named = item >= step.first() && item <= step.last();
        boolean refused = move.refused().values().stream().anyMatch(set -> set.contains(number));
        assertThat(refused).isEqualTo(named && state != step.to() && !state.canMoveTo(step.to()));
      }
      states = move.after();
    }
  }

  /** What is written to the table when only the surroundings of a move were read. */
  @Property
  void aMoveTouchesNothingButItsSurroundings(@ForAll("life") List<Step> life) {
    ItemStates states = ItemStates.uniform(ISSUED, ITEMS);
    for (Step step : life) {
      ItemSet around =
          ItemSet.of(Math.max(0, step.first() - 1), Math.min(ITEMS - 1, step.last() + 1));
      RangeMap<BatchState> before = states.exceptions();
      RangeMap<BatchState> part =
          RangeMap.of(
              BatchState.class,
              before.ranges().stream()
                  .filter(
                      range -> !around.intersect(ItemSet.of(range.first(), range.last())).isEmpty())
                  .toList());
      RangeMap<BatchState> partAfter =
          new ItemStates(states.batch(), ITEMS, part)
              .some(step.items(), step.to())
              .after()
              .exceptions();
      states = states.some(step.items(), step.to()).after();

      RangeMap.Difference<BatchState> written = partAfter.since(part);
      assertThat(written.removed()).isEqualTo(states.exceptions().since(before).removed());
      assertThat(written.written()).isEqualTo(states.exceptions().since(before).written());
      assertThat(before.rangeCount() + partAfter.rangeCount() - part.rangeCount())
          .isEqualTo(states.exceptions().rangeCount());
    }
  }

  private static void assertSame(ItemStates states, NaiveStates naive) {
    for (int item = 0; item < ITEMS; item++) {
      assertThat(states.at(item).state()).as("item %d", item).isEqualTo(naive.at(item));
    }
    for (BatchState state : BatchState.values()) {
      assertThat(states.items(state).count()).isEqualTo(naive.count(state));
      assertThat(states.counts().getOrDefault(state, 0L)).isEqualTo(naive.count(state));
    }
    assertThat(states.exceptions().rangeCount()).isEqualTo(naive.ranges(states.batch()));
  }

  @Test
  void activatingTheWholeLeavesVoidItemsVoidAndForgetsWhatWasActivatedBefore() {
    ItemStates states = ItemStates.uniform(ISSUED, 100);
    states = states.some(ItemSet.of(10, 19), ACTIVE).after();
    states = states.some(ItemSet.of(50, 59), VOID).after();

    ItemStates.Move move = states.whole(ACTIVE);

    assertThat(move.count()).isEqualTo(80);
    assertThat(move.after().batch()).isEqualTo(ACTIVE);
    assertThat(move.after().exceptions().ranges())
        .containsExactly(new RangeMap.Entry<>(50, 59, VOID));
  }

  @Test
  void recallingTheWholeOfAnIssuedBatchRecallsWhatWasActivated() {
    ItemStates states = ItemStates.uniform(ISSUED, 100).some(ItemSet.of(0, 9), ACTIVE).after();

    ItemStates.Move move = states.whole(RECALLED);

    assertThat(move.after().batch()).isEqualTo(ISSUED);
    assertThat(move.after().counts()).isEqualTo(Map.of(ISSUED, 90L, RECALLED, 10L));
  }

  @Test
  void aRecallOfSomeItemsIsNotUndoneByActivatingTheRest() {
    ItemStates states = ItemStates.uniform(ISSUED, 100).some(ItemSet.of(0, 9), ACTIVE).after();
    states = states.some(ItemSet.of(0, 4), RECALLED).after();

    ItemStates active = states.whole(ACTIVE).after();

    assertThat(active.counts()).isEqualTo(Map.of(ACTIVE, 95L, RECALLED, 5L));
    assertThat(active.some(ItemSet.of(0, 4), ACTIVE).after().exceptions().rangeCount()).isZero();
  }

  @Test
  void aDraftIsOnlyIssuedAndAVoidBatchStays() {
    ItemStates draft = ItemStates.uniform(CREATED, 10);

    assertThat(draft.whole(ISSUED).after()).isEqualTo(ItemStates.uniform(ISSUED, 10));
    for (BatchState to : List.of(ACTIVE, RECALLED, VOID)) {
      assertThat(draft.whole(to).count()).isZero();
      assertThat(draft.some(ItemSet.of(0, 1), to).refused().keySet()).isEqualTo(Set.of(CREATED));
      assertThat(ItemStates.uniform(VOID, 10).whole(to).count()).isZero();
    }
  }

  @Test
  void anExceptionLikeItsBatchIsNone() {
    RangeMap<BatchState> exceptions =
        RangeMap.empty(BatchState.class).with(ItemSet.of(1, 2), ACTIVE);

    assertThatThrownBy(() -> new ItemStates(ACTIVE, 10, exceptions))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
