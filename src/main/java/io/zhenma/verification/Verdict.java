package io.zhenma.verification;

import java.util.List;

/**
 * The answer to a scan.
 *
 * @param reasons never empty, at most {@link #MOST_REASONS}, the weightiest first
 * @param score what speaks for a copy, 0 to 100, whatever the outcome
 * @param findings what the score is made of, the weightiest first; empty when it is told again
 */
public record Verdict(Outcome outcome, List<Reason> reasons, int score, List<Finding> findings) {
  /** More would tell nobody anything; their names fit the journal's column. */
  public static final int MOST_REASONS = 6;

  public Verdict {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a verdict has a reason");
    }
    if (score < 0 || score > Evidence.MOST_POINTS) {
      throw new IllegalArgumentException("a score is 0 to 100, not " + score);
    }
    reasons = reasons.stream().distinct().limit(MOST_REASONS).toList();
    findings = List.copyOf(findings);
  }

  /** One that no evidence belongs to. */
  public static Verdict of(Outcome outcome, Reason... reasons) {
    return new Verdict(outcome, List.of(reasons), 0, List.of());
  }

  static Verdict of(Outcome outcome, List<Reason> reasons, Evidence evidence) {
    return new Verdict(outcome, reasons, evidence.score(), evidence.findings());
  }
}
