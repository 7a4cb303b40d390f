package io.zhenma.issuing;

/** What the codes of a batch are, and how one is checked. */
public enum CodeProfile {
  /** An encrypted serial number, checked by the platform. */
  COMPACT,
  /** The same with a signature in the link, whose origin anybody can check without the platform. */
  SIGNED,
  /** Codes that another system made; each has a row. */
  FOREIGN
}
