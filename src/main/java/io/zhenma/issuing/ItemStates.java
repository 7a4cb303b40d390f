package io.zhenma.issuing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The states of a batch's items: the batch's own, and exceptions as ranges. A pure value; of a part
 * of the exceptions it answers for the items of that part.
 *
 * @param batch state of every item without an exception
 * @param exceptions never in the batch's own state
 */
public record ItemStates(BatchState batch, long quantity, RangeMap<BatchState> exceptions) {
  public ItemStates {
    if (!exceptions.items(batch).isEmpty()) {
      throw new IllegalArgumentException("an exception like its batch: " + batch);
    }
  }

  /** All items are as the batch is. */
  static ItemStates uniform(BatchState batch, long quantity) {
    return new ItemStates(batch, quantity, RangeMap.empty(BatchState.class));
  }

  public ItemState at(int item) {
    return new ItemState(exceptions.at(item).orElse(batch), exceptions.rangeCount() == 0);
  }

  /** The items in this state. */
  public ItemSet items(BatchState state) {
    return state == batch
        ? ItemSet.all(quantity).minus(exceptions.items())
        : exceptions.items(state);
  }

  /** How many items are in each state that any is in. */
  public Map<BatchState, Long> counts() {
    Map<BatchState, Long> counts = new EnumMap<>(BatchState.class);
    parts(ItemSet.all(quantity), state -> true)
        .forEach((state, items) -> counts.put(state, items.count()));
    return counts;
  }

  /**
   * Moves every item that may go there; the others, such as void ones, stay as they are. A recall
   * of a part of a batch is not undone by the way: it takes a move that names the items.
   *
   * @return what it comes to; {@link Move#moved} is empty when no item may go there
   */
  Move whole(BatchState to) {
    Map<BatchState, ItemSet> moving = parts(ItemSet.all(quantity), state -> goesAlong(state, to));
    BatchState next = batch.canMoveTo(to) ? to : batch;
    RangeMap<BatchState> left = next == to ? exceptions.without(exceptions.items(to)) : exceptions;
    return new Move(
        new ItemStates(next, quantity, moved(left, moving, next, to)), moving, Map.of());
  }

  private boolean goesAlong(BatchState state, BatchState to) {
    boolean undoesRecall = state == BatchState.RECALLED && to == BatchState.ACTIVE;
    return state.canMoveTo(to) && (!undoesRecall || batch == BatchState.RECALLED);
  }

  /**
   * Moves these items. Those that are there already stay; when any may not go there, {@link
   * Move#refused} names them, and the move should not be made.
   */
  Move some(ItemSet items, BatchState to) {
    Map<BatchState, ItemSet> moving = parts(items, state -> state.canMoveTo(to));
    Map<BatchState, ItemSet> refused = parts(items, state -> state != to && !state.canMoveTo(to));
    RangeMap<BatchState> after = moved(exceptions, moving, batch, to);
    return new Move(new ItemStates(batch, quantity, after), moving, refused);
  }

  private static RangeMap<BatchState> moved(
      RangeMap<BatchState> exceptions,
      Map<BatchState, ItemSet> moving,
      BatchState batch,
      BatchState to) {
    RangeMap<BatchState> after = exceptions;
    for (ItemSet part : moving.values()) {
      after = to == batch ? after.without(part) : after.with(part, to);
    }
    return after;
  }

  private Map<BatchState, ItemSet> parts(ItemSet items, Predicate<BatchState> which) {
    Map<BatchState, ItemSet> parts = new EnumMap<>(BatchState.class);
    Arrays.stream(BatchState.values())
        .filter(which)
        .forEach(
            state -> {
              ItemSet part = part(items, state);
              if (!part.isEmpty()) {
                parts.put(state, part);
              }
            });
    return parts;
  }

  private ItemSet part(ItemSet items, BatchState state) {
    return state == batch
        ? items.minus(exceptions.items())
        : items.intersect(exceptions.items(state));
  }

  /**
   * What a move comes to.
   *
   * @param moved the items that move, by the state they leave
   * @param refused the items that may not go there, by the state they are in
   */
  record Move(ItemStates after, Map<BatchState, ItemSet> moved, Map<BatchState, ItemSet> refused) {
    long count() {
      return moved.values().stream().mapToLong(ItemSet::count).sum();
    }
  }
}
