package io.zhenma.evidence;

import io.zhenma.problem.ProblemException;
import io.zhenma.verification.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reasons as the API names them, such as {@code many-devices}. */
final class Slugs {
  private Slugs() {}

  /** Of names with commas between, as they are stored. */
  static List<String> of(String stored) {
    return stored.isEmpty()
        ? List.of()
        : Arrays.stream(stored.split(",")).map(Reason::valueOf).map(Reason::slug).toList();
  }

  static List<String> of(List<Reason> reasons) {
    return reasons.stream().map(Reason::slug).toList();
  }

  /**
   * @throws ProblemException when there is no such reason
   */
  static Reason reason(String slug) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> ProblemException.field("reason", "kind", all()));
  }

  private static String all() {
    return Arrays.stream(Reason.values()).map(Reason::slug).collect(Collectors.joining(", "));
  }
}
