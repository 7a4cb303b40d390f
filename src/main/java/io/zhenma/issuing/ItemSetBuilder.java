package io.zhenma.issuing;

import java.util.Arrays;

/**
 * Collects items and ranges in any order into a set; 8 bytes for each that does not continue the
 * one before it. Not for several threads.
 */
public final class ItemSetBuilder {
  private static final int LOW = 32;

  private long[] ranges = new long[16];
  private int size;

  public ItemSetBuilder add(int item) {
    return add(item, item);
  }

  /** The items from {@code first} to {@code last}, both included. */
  public ItemSetBuilder add(int first, int last) {
    new ItemRange(first, last);
    if (size > 0 && first == last(ranges[size - 1]) + 1) {
      ranges[size - 1] = packed(first(ranges[size - 1]), last);
      return this;
    }
    if (size == ranges.length) {
      ranges = Arrays.copyOf(ranges, size * 2);
    }
    ranges[size++] = packed(first, last);
    return this;
  }

  /** Every item that was added. */
  public ItemSet build() {
    Arrays.sort(ranges, 0, size);
    ItemSet.Ranges all = new ItemSet.Ranges(size);
    for (int i = 0; i < size; i++) {
      all.add(first(ranges[i]), last(ranges[i]));
    }
    return all.set();
  }

  /** The items that were added more than once. */
  public ItemSet repeated() {
    Arrays.sort(ranges, 0, size);
    ItemSet.Ranges twice = new ItemSet.Ranges(16);
    int end = -1;
    for (int i = 0; i < size; i++) {
      int first = first(ranges[i]);
      int last = last(ranges[i]);
      if (first <= end) {
        twice.add(first, Math.min(last, end));
      }
      end = Math.max(end, last);
    }
    return twice.set();
  }

  private static long packed(int first, int last) {
    return ((long) first << LOW) | last;
  }

  private static int first(long packed) {
    return (int) (packed >> LOW);
  }

  private static int last(long packed) {
    return (int) packed;
  }
}
