package io.zhenma.evidence;

import io.zhenma.evidence.EvidenceViews.RulingView;
import io.zhenma.problem.Problem;
import io.zhenma.verification.Ruling;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rulings as the API takes and answers them. */
final class RulingBodies {
  private RulingBodies() {}

  /**
   * A ruling about one item.
   *
   * @param seen the number of the latest ruling that was looked at, 0 for none: when there is
   *     another one by now, this one is refused; left out, it holds whatever others decided
   */
  record WantedRuling(@NotNull Ruling.Kind kind, @NotNull String note, @Nullable Integer seen) {}

  /** A ruling about many items, each for itself. */
  record WantedRulings(
      @NotNull Ruling.Kind kind,
      @NotNull String note,
      @NotNull List<@Valid @NotNull ItemName> items) {}

  record ItemName(@NotNull Integer batchNumber, @NotNull Integer itemNumber) {}

  /**
   * The item from now on.
   *
   * @param rulings the latest first
   */
  record Ruled(String state, List<RulingView> rulings) {}

  /**
   * What became of many.
   *
   * @param ruled how many items were decided about
   * @param refused those that were not, and why
   */
  record RuledMany(int ruled, List<RefusedItem> refused) {}

  record RefusedItem(int batchNumber, int itemNumber, Problem problem) {}
}
