package io.zhenma.issuing;

/** How the items of a move were named. */
enum MoveScope {
  /** The batch as a whole. */
  WHOLE,
  /** From one item to another. */
  RANGE,
  /** An uploaded list. */
  LIST,
  /** A scanner at the production line. */
  LINE
}
