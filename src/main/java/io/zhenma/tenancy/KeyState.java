package io.zhenma.tenancy;

/** The life of a version of a brand's keys. */
public enum KeyState {
  /** New batches are made with it; a brand has one at most. */
  CURRENT,
  /** Its codes are as good as ever; no new batch is made with it. */
  RETIRED,
  /** It has leaked: whoever has it can make its codes, so they prove nothing any more. For good. */
  REVOKED
}
