package io.zhenma.issuing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a batch's items stand, for people and pictures.
 *
 * @param batch state of items without an exception
 * @param counts items by state
 * @param moves where the batch, or as much of it as may, can go as a whole
 * @param exceptions how many ranges of items are in another state than the batch
 * @param ranges the first thousand of them
 * @param strip the batch cut into at most a hundred parts of one length, in order
 */
record StatesBody(
    BatchState batch,
    Map<BatchState, Long> counts,
    List<BatchState> moves,
    int exceptions,
    List<Range> ranges,
    List<Part> strip) {
  private static final int RANGES_TOLD = 1_000;
  private static final int PARTS = 100;

  record Range(int firstItem, int lastItem, BatchState state) {}

  /** Some neighbouring items, and how many of them are in which state. */
  record Part(int firstItem, int lastItem, Map<BatchState, Long> counts) {}

  static StatesBody of(ItemStates states) {
    List<Range> ranges =
        states.exceptions().ranges().stream()
            .limit(RANGES_TOLD)
            .map(range -> new Range(range.first(), range.last(), range.note()))
            .toList();
    List<BatchState> moves =
        Arrays.stream(BatchState.values()).filter(to -> states.whole(to).count() > 0).toList();
    return new StatesBody(
        states.batch(),
        states.counts(),
        moves,
        states.exceptions().rangeCount(),
        ranges,
        strip(states));
  }

  private static List<Part> strip(ItemStates states) {
    Map<BatchState, ItemSet> items = new EnumMap<>(BatchState.class);
    states.counts().keySet().forEach(state -> items.put(state, states.items(state)));
    long length = (states.quantity() + PARTS - 1) / PARTS;
    List<Part> parts = new ArrayList<>(PARTS);
    for (long first = 0; first < states.quantity(); first += length) {
      int last = (int) Math.min(first + length, states.quantity()) - 1;
      parts.add(part((int) first, last, items));
    }
    return parts;
  }

  private static Part part(int first, int last, Map<BatchState, ItemSet> items) {
    Map<BatchState, Long> counts = new EnumMap<>(BatchState.class);
    items.forEach(
        (state, set) -> {
          long count = set.countWithin(first, last);
          if (count > 0) {
            counts.put(state, count);
          }
        });
    return new Part(first, last, counts);
  }
}
