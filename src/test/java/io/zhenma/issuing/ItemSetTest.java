package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Sets of ranges against plain sets of bits. */
class ItemSetTest {
  private static final int ITEMS = 80;
  private static final int LAST = (1 << 30) - 1;

  @Provide
  Arbitrary<List<ItemRange>> ranges() {
    Arbitrary<Integer> first = Arbitraries.integers().between(0, ITEMS - 1);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 12);
    return Combinators.combine(first, length)
        .as((from, more) -> new ItemRange(from, Math.min(ITEMS - 1, from + more)))
        .list()
        .ofMaxSize(14);
  }

  @Property
  void aSetHoldsWhatWasAddedInWhateverOrder(@ForAll("ranges") List<ItemRange> ranges) {
    assertThat(bits(ItemSet.of(ranges))).isEqualTo(bits(ranges));
  }

  @Property
  void setsCombineAsBitsDo(
      @ForAll("ranges") List<ItemRange> left, @ForAll("ranges") List<ItemRange> right) {
    BitSet union = bits(left);
    union.or(bits(right));
    BitSet common = bits(left);
    common.and(bits(right));
    BitSet rest = bits(left);
    rest.andNot(bits(right));
    ItemSet a = ItemSet.of(left);
    ItemSet b = ItemSet.of(right);

    assertThat(bits(a.union(b))).isEqualTo(union);
    assertThat(bits(a.intersect(b))).isEqualTo(common);
    assertThat(bits(a.minus(b))).isEqualTo(rest);
  }

  @Property
  void aSetHasAsFewRangesAsThereCanBe(
      @ForAll("ranges") List<ItemRange> left, @ForAll("ranges") List<ItemRange> right) {
    ItemSet a = ItemSet.of(left);
    ItemSet b = ItemSet.of(right);
    for (ItemSet set : List.of(a, a.union(b), a.intersect(b), a.minus(b))) {
      for (int i = 1; i < set.rangeCount(); i++) {
        assertThat(set.range(i).first()).isGreaterThan(set.range(i - 1).last() + 1);
      }
      assertThat(set)
          .isEqualTo(ItemSet.of(set.ranges()))
          .hasSameHashCodeAs(ItemSet.of(set.ranges()));
    }
  }

  @Property
  void itemsAreFoundAndCounted(
      @ForAll("ranges") List<ItemRange> ranges, @ForAll("ranges") List<ItemRange> windows) {
    ItemSet set = ItemSet.of(ranges);
    BitSet bits = bits(ranges);
    for (int item = 0; item < ITEMS; item++) {
      assertThat(set.contains(item)).isEqualTo(bits.get(item));
    }
    assertThat(set.count()).isEqualTo(bits.cardinality());
    for (ItemRange window : windows) {
      assertThat(set.countWithin(window.first(), window.last()))
          .isEqualTo(bits.get(window.first(), window.last() + 1).cardinality());
    }
  }

  @Property
  void whatWasAddedTwiceIsKnown(@ForAll("ranges") List<ItemRange> ranges) {
    BitSet once = new BitSet();
    BitSet twice = new BitSet();
    ItemSetBuilder builder = new ItemSetBuilder();
    for (ItemRange range : ranges) {
      for (int item = range.first(); item <= range.last(); item++) {
        twice.set(item, twice.get(item) || once.get(item));
        once.set(item);
      }
      builder.add(range.first(), range.last());
    }

    assertThat(bits(builder.repeated())).isEqualTo(twice);
    assertThat(bits(builder.build())).isEqualTo(once);
  }

  @Test
  void theLargestBatchFits() {
    ItemSet all = ItemSet.all(1L << 30);

    assertThat(all.count()).isEqualTo(1L << 30);
    assertThat(all.minus(ItemSet.of(LAST, LAST)).last()).isEqualTo(LAST - 1);
    assertThat(ItemSet.of(0, LAST - 1).union(ItemSet.of(LAST, LAST))).isEqualTo(all);
    assertThat(all.minus(all)).isEqualTo(ItemSet.EMPTY);
  }

  @Test
  void thereIsNoRangeThatEndsBeforeItStartsOrBeyondTheLastItem() {
    assertThatThrownBy(() -> new ItemRange(5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ItemRange(-1, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ItemRange(0, 1 << 30))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BitSet bits(ItemSet set) {
    return bits(set.ranges());
  }

  private static BitSet bits(List<ItemRange> ranges) {
    BitSet bits = new BitSet();
    ranges.forEach(range -> bits.set(range.first(), range.last() + 1));
    return bits;
  }
}
