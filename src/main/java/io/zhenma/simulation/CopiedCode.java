package io.zhenma.simulation;

/** A code that is on fakes, and when that was noticed. */
final class CopiedCode {
  /** By which of its scans a code that was copied often must be caught. */
  static final int IN_TIME = 20;

  private final Scenario attack;
  private final int copies;
  private int scans;
  private int caughtAt;

  CopiedCode(Scenario attack, int copies) {
    this.attack = attack;
    this.copies = copies;
  }

  void scanned(boolean suspect) {
    scans++;
    if (suspect && caughtAt == 0) {
      caughtAt = scans;
    }
  }

  Scenario attack() {
    return attack;
  }

  int copies() {
    return copies;
  }

  /** Whether it was copied and scanned so often that it should have been caught. */
  boolean counts() {
    return copies >= IN_TIME && scans >= IN_TIME;
  }

  boolean isCaught() {
    return caughtAt > 0;
  }

  boolean isCaughtInTime() {
    return isCaught() && caughtAt <= IN_TIME;
  }

  /** The scan that was the first to be answered suspect; 0 when none was. */
  int caughtAt() {
    return caughtAt;
  }
}
