package io.zhenma.alert;

/** Where an alert stands. */
enum AlertState {
  OPEN,
  /** Somebody looks after it; it still joins what comes. */
  ACKNOWLEDGED,
  /** Over: what comes opens another one. */
  RESOLVED;

  boolean canBecome(AlertState next) {
    return switch (this) {
      case OPEN -> next == ACKNOWLEDGED || next == RESOLVED;
      case ACKNOWLEDGED -> next == OPEN || next == RESOLVED;
      case RESOLVED -> false;
    };
  }
}
