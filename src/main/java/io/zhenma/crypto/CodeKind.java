package io.zhenma.crypto;

/** Which of an item's two codes it is. */
public enum CodeKind {
  /** On the box, for logistics and tracing; anybody in the shop can read it. */
  OUTER,
  /** Under cap, foil or coating, for the consumer; only this one can be verified first. */
  INNER
}
