package io.zhenma.issuing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of items of a batch, kept as disjoint ranges that don't touch: 8 bytes a range, whatever
 * its length. Immutable. Union, intersection and difference take time in the number of ranges,
 * {@link #contains} in its logarithm.
 */
public final class ItemSet {
  public static final ItemSet EMPTY = new ItemSet(new int[0], new int[0], 0);

  private final int[] firsts;
  private final int[] lasts;
  private final int size;

  private ItemSet(int[] firsts, int[] lasts, int size) {
    this.firsts = firsts;
    this.lasts = lasts;
    this.size = size;
  }

  /** The items from {@code first} to {@code last}, both included. */
  public static ItemSet of(int first, int last) {
    ItemRange range = new ItemRange(first, last);
    return new ItemSet(new int[] {range.first()}, new int[] {range.last()}, 1);
  }

  /** The first {@code quantity} items. */
  public static ItemSet all(long quantity) {
    return of(0, Math.toIntExact(quantity - 1));
  }

  /** Ranges in any order, which may overlap. */
  public static ItemSet of(List<ItemRange> ranges) {
    ItemSetBuilder builder = new ItemSetBuilder();
    ranges.forEach(range -> builder.add(range.first(), range.last()));
    return builder.build();
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** How many ranges there are. */
  public int rangeCount() {
    return size;
  }

  /** The ranges in order. */
  public List<ItemRange> ranges() {
    return IntStream.range(0, size).mapToObj(this::range).toList();
  }

  /** Range {@code index} in order, counted from 0. */
  public ItemRange range(int index) {
    return new ItemRange(firsts[index], lasts[index]);
  }

  /** How many items there are. */
  public long count() {
    long count = 0;
    for (int i = 0; i < size; i++) {
      count += (long) lasts[i] - firsts[i] + 1;
    }
    return count;
  }

  /** How many items there are from {@code first} to {@code last}. */
  public long countWithin(int first, int last) {
    int index = Arrays.binarySearch(lasts, 0, size, first);
    long count = 0;
    for (int i = index < 0 ? -index - 1 : index; i < size && firsts[i] <= last; i++) {
      count += (long) Math.min(lasts[i], last) - Math.max(firsts[i], first) + 1;
    }
    return count;
  }

  /** The lowest item of a set that is not empty. */
  public int first() {
    return firsts[0];
  }

  /** The highest item of a set that is not empty. */
  public int last() {
    return lasts[size - 1];
  }

  public boolean contains(int item) {
    int index = Arrays.binarySearch(firsts, 0, size, item);
    return index >= 0 || (index < -1 && item <= lasts[-index - 2]);
  }

  public ItemSet union(ItemSet other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    Ranges merged = new Ranges(size + other.size);
    for (int i = 0, j = 0; i < size || j < other.size; ) {
      boolean mine = j == other.size || (i < size && firsts[i] <= other.firsts[j]);
      if (mine) {
        merged.add(firsts[i], lasts[i++]);
      } else {
        merged.add(other.firsts[j], other.lasts[j++]);
      }
    }
    return merged.set();
  }

  public ItemSet intersect(ItemSet other) {
    Ranges common = new Ranges(Math.min(size, 16));
    for (int i = 0, j = 0; i < size && j < other.size; ) {
      int first = Math.max(firsts[i], other.firsts[j]);
      int last = Math.min(lasts[i], other.lasts[j]);
      if (first <= last) {
        common.add(first, last);
      }
      if (lasts[i] < other.lasts[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common.set();
  }

  public ItemSet minus(ItemSet other) {
    Ranges left = new Ranges(size);
    for (int i = 0, j = 0; i < size; i++) {
      long first = firsts[i];
      while (j < other.size && other.lasts[j] < first) {
        j++;
      }
      for (int k = j; k < other.size && other.firsts[k] <= lasts[i]; k++) {
        if (other.firsts[k] > first) {
          left.add((int) first, other.firsts[k] - 1);
        }
        first = Math.max(first, (long) other.lasts[k] + 1);
      }
      if (first <= lasts[i]) {
        left.add((int) first, lasts[i]);
      }
    }
    return left.set();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemSet set
        && Arrays.equals(firsts, 0, size, set.firsts, 0, set.size)
        && Arrays.equals(lasts, 0, size, set.lasts, 0, set.size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * (31 * hash + firsts[i]) + lasts[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return ranges().toString();
  }

  /** Ranges that arrive in the order of their firsts; those that touch become one. */
  static final class Ranges {
    private int[] firsts;
    private int[] lasts;
    private int size;

    Ranges(int capacity) {
      firsts = new int[Math.max(1, capacity)];
      lasts = new int[firsts.length];
    }

    void add(int first, int last) {
      if (size > 0 && first <= (long) lasts[size - 1] + 1) {
        lasts[size - 1] = Math.max(lasts[size - 1], last);
        return;
      }
      if (size == firsts.length) {
        firsts = Arrays.copyOf(firsts, size * 2);
        lasts = Arrays.copyOf(lasts, size * 2);
      }
      firsts[size] = first;
      lasts[size++] = last;
    }

    ItemSet set() {
      return size == 0 ? EMPTY : new ItemSet(firsts, lasts, size);
    }
  }
}
