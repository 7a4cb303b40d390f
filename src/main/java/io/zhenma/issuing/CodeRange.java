package io.zhenma.issuing;

import io.zhenma.crypto.CodeKind;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which codes of a batch a file holds.
 *
 * @param kinds outer, inner or both, in this order for each item
 * @param first number of the first item
 * @param count number of items
 */
public record CodeRange(List<CodeKind> kinds, int first, int count) {
  /**
   * Reads a request's parameters; without a count, up to {@code usual} items or the batch's end.
   *
   * @param kind outer, inner or both
   * @throws ProblemException when they are wrong, or an earlier system printed the batch's codes
   */
  public static CodeRange of(
      BatchView batch, String kind, long first, Optional<Long> count, long usual) {
    if (batch.profile() == CodeProfile.FOREIGN) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "number", "codes-foreign");
    }
    FieldRule.range("first", first, 0, batch.quantity() - 1);
    long left = batch.quantity() - first;
    long wanted = FieldRule.range("count", count.orElse(Math.min(usual, left)), 1, left);
    return new CodeRange(kinds(kind), (int) first, (int) wanted);
  }

  /** The kinds that a request calls outer, inner or both. */
  public static List<CodeKind> kinds(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "outer" -> List.of(CodeKind.OUTER);
      case "inner" -> List.of(CodeKind.INNER);
      case "both" -> List.of(CodeKind.OUTER, CodeKind.INNER);
      default -> throw ProblemException.field("kind", "kind", "outer, inner, both");
    };
  }

  /** What a request calls its kinds. */
  public String kindName() {
    return kinds.size() > 1 ? "both" : kinds.get(0).name().toLowerCase(Locale.ROOT);
  }

  /** For file names: batch and items, such as {@code batch-3-items-0-999}. */
  public String fileName(int batchNumber) {
    return "batch-" + batchNumber + "-items-" + first + "-" + (first + count - 1);
  }
}
