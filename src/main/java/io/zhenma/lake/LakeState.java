package io.zhenma.lake;

/** What is known of a file of the lake. */
enum LakeState {
  /** It was read back and holds what the database held. */
  VERIFIED,
  /** The rows are about to leave the database: whether they have, shows from their partition. */
  LEAVING,
  /** The file is all there is. */
  DROPPED,
  /** The file is missing or not what it was. */
  DAMAGED;

  /** Whether the database has the rows, so that the file can be made again. */
  boolean isInDatabase() {
    return this == VERIFIED || this == DAMAGED;
  }
}
