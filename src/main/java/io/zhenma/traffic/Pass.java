package io.zhenma.traffic;

import io.zhenma.problem.ProblemException;

/**
 * What the sender's budgets say of a request before anybody has looked at its code.
 *
 * @param nanosToWait 0 for one within them; else how long its block of addresses has none left, so
 *     that only a genuine code still gets an answer
 */
public record Pass(long nanosToWait) {
  /** Within all budgets. */
  public static final Pass FREE = new Pass(0);

  public boolean isFree() {
    return nanosToWait == 0;
  }

  /**
   * For a request whose code turned out to be nobody's: nothing speaks for it beyond the budgets.
   *
   * @throws ProblemException too many requests, unless it is within the budgets
   */
  public void requireFree() {
    if (!isFree()) {
      throw Limits.tooMany(nanosToWait);
    }
  }
}
