package io.zhenma.lake;

import io.zhenma.problem.JobTroubles;

/** What is known of a file of the lake. */
enum LakeState {
  /** It was read back and holds what the database held. */
  VERIFIED,
  /** The rows are about to leave the database: whether they have, shows from their partition. */
  LEAVING,
  /** The file is all there is. */
  DROPPED,
  /** The file is missing or not what it was. */
  DAMAGED,
  /** The row tells something that this version does not know: its day is left as it is. */
  UNREADABLE;

  static LakeState of(String stored) {
    try {
      return valueOf(stored);
    } catch (IllegalArgumentException unknown) {
      JobTroubles.leftOut("lake", "a day in the state " + stored, unknown);
      return UNREADABLE;
    }
  }

  /** Whether the database has the rows, so that the file can be made again. */
  boolean isInDatabase() {
    return this == VERIFIED || this == DAMAGED;
  }
}
