package io.zhenma.verification;

import java.time.Instant;

/** What an operator of the brand decided about one item, after looking at its evidence. */
public record Ruling(Kind kind, Instant at) {
  /** What it means for later scans. */
  public enum Kind {
    /** There are copies: suspect for good. */
    COPY_CONFIRMED,
    /** What was found has an innocent explanation: it counts no more, what comes later does. */
    CLEARED,
    /** The item is void: nothing on sale should carry its code. */
    VOIDED
  }
}
