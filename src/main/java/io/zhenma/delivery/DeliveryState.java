package io.zhenma.delivery;

import java.util.Set;

/** The life of a delivery. */
public enum DeliveryState {
  /** Waits for a replica. */
  QUEUED,
  /** A replica makes its files. */
  RUNNING,
  /** All files are there. */
  READY,
  /** Stopped by a person. */
  CANCELLED,
  /** Stopped by a mishap that is named. */
  FAILED,
  /** Its files were deleted after their time. */
  EXPIRED;

  /** Where it may go from here. */
  public Set<DeliveryState> moves() {
    return switch (this) {
      case QUEUED -> Set.of(RUNNING, CANCELLED);
      // Back to the queue when its replica shuts down
      case RUNNING -> Set.of(QUEUED, READY, CANCELLED, FAILED);
      case READY -> Set.of(EXPIRED);
      case CANCELLED, FAILED -> Set.of(QUEUED, EXPIRED);
      case EXPIRED -> Set.of(QUEUED);
    };
  }

  public boolean canMoveTo(DeliveryState next) {
    return moves().contains(next);
  }

  /** Whether somebody is to make it, now or soon. */
  public boolean isOpen() {
    return this == QUEUED || this == RUNNING;
  }
}
