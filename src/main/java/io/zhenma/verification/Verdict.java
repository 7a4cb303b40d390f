package io.zhenma.verification;

import java.util.List;

/**
 * The answer to a scan.
 *
 * @param reasons never empty, the weightiest first
 */
public record Verdict(Outcome outcome, List<Reason> reasons) {
  public Verdict {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a verdict has a reason");
    }
    reasons = List.copyOf(reasons);
  }

  public static Verdict of(Outcome outcome, Reason reason) {
    return new Verdict(outcome, List.of(reason));
  }
}
