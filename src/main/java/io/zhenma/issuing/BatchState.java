package io.zhenma.issuing;

import java.util.Set;

/** The life of a batch and of its items. Expiry is no state: it follows from the date. */
public enum BatchState {
  /** A draft: its numbers are reserved, no code of it has left, it may still change or go. */
  CREATED,
  /** Codes exist, the goods are not on sale: a scan answers not-active. */
  ISSUED,
  /** On sale. */
  ACTIVE,
  /** Called back from the market. */
  RECALLED,
  /** Taken out for good, such as stolen labels. */
  VOID;

  /** Where it may go from here. */
  public Set<BatchState> moves() {
    return switch (this) {
      case CREATED -> Set.of(ISSUED);
      case ISSUED -> Set.of(ACTIVE, VOID);
      case ACTIVE -> Set.of(RECALLED, VOID);
      case RECALLED -> Set.of(ACTIVE, VOID);
      case VOID -> Set.of();
    };
  }

  public boolean canMoveTo(BatchState next) {
    return moves().contains(next);
  }

  /** Whether some items of a batch may be in it while others are not. */
  public boolean isOfItems() {
    return this == ACTIVE || this == RECALLED || this == VOID;
  }
}
