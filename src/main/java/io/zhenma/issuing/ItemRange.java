package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;

/**
 * Items of a batch from one number to another, both included.
 *
 * @param first 0 to 2^30 - 1
 * @param last no less than {@code first}
 */
public record ItemRange(int first, int last) {
  public ItemRange {
    if (first < 0 || last < first || last >= CodeContent.MAX_ITEMS) {
      throw new IllegalArgumentException("items " + first + " to " + last);
    }
  }

  public long count() {
    return (long) last - first + 1;
  }
}
