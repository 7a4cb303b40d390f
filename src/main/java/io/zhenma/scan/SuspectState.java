package io.zhenma.scan;

import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Ruling;

/** Where an item stands whose code looked copied, or about which an operator decided. */
public enum SuspectState {
  /** Suspect, and nobody decided yet; or it became suspect again after it was cleared. */
  OPEN,
  /** An operator found that there are copies. */
  COPY_CONFIRMED,
  /** An operator found no copies, and nothing was found since. */
  CLEARED,
  /** An operator took the item out. */
  VOIDED;

  /** Of an item that is suspect or was decided about. */
  public static SuspectState of(ItemHistory history) {
    Ruling.Kind decided = history.ruling().map(Ruling::kind).orElse(Ruling.Kind.CLEARED);
    return switch (decided) {
      case VOIDED -> VOIDED;
      case COPY_CONFIRMED -> COPY_CONFIRMED;
      case CLEARED -> history.isSuspect() ? OPEN : CLEARED;
    };
  }
}
