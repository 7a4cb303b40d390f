package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves in the API. */
final class MoveBodies {
  private static final int CONFLICTS_TOLD = 20;

  private MoveBodies() {}

  /**
   * A move.
   *
   * @param firstItem with {@code lastItem}: only these items, both included
   */
  record WantedMove(
      @NotNull BatchState to,
      @NotNull String reason,
      @Nullable Long firstItem,
      @Nullable Long lastItem) {
    Optional<ItemSet> range() {
      return items(firstItem, lastItem);
    }
  }

  /** A move to be looked at before it is made. */
  record WantedPreview(@NotNull BatchState to, @Nullable Long firstItem, @Nullable Long lastItem) {
    Optional<ItemSet> range() {
      return items(firstItem, lastItem);
    }
  }

  private static Optional<ItemSet> items(@Nullable Long first, @Nullable Long last) {
    if (first == null && last == null) {
      return Optional.empty();
    }
    if (first == null || last == null) {
      throw ProblemException.field(first == null ? "firstItem" : "lastItem", "move-range");
    }
    int from = (int) FieldRule.range("firstItem", first, 0, CodeContent.MAX_ITEMS - 1);
    int to = (int) FieldRule.range("lastItem", last, from, CodeContent.MAX_ITEMS - 1);
    return Optional.of(ItemSet.of(from, to));
  }

  /**
   * What a move would come to.
   *
   * @param items how many would move
   * @param moving how many of them by the state they leave
   * @param conflicts items that may not go there; a range or list with any is refused
   */
  record Preview(
      BatchState to, long items, Map<BatchState, Long> moving, List<Conflict> conflicts) {
    static Preview of(BatchState to, ItemStates.Move move) {
      Map<BatchState, Long> moving = new EnumMap<>(BatchState.class);
      move.moved().forEach((state, items) -> moving.put(state, items.count()));
      List<Conflict> conflicts =
          move.refused().entrySet().stream()
              .flatMap(
                  part ->
                      part.getValue().ranges().stream()
                          .limit(CONFLICTS_TOLD)
                          .map(r -> new Conflict(r.first(), r.last(), part.getKey())))
              .limit(CONFLICTS_TOLD)
              .toList();
      return new Preview(to, move.count(), moving, conflicts);
    }
  }

  record Conflict(int firstItem, int lastItem, BatchState state) {}
}
