package io.zhenma.verification;

/**
 * How the item's batch stands on the day of the scan, before anybody looks at the item's own
 * history.
 */
public enum Standing {
  NOT_ACTIVE,
  ON_SALE,
  EXPIRED,
  RECALLED,
  VOID
}
