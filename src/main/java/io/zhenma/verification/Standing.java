package io.zhenma.verification;

/**
 * How an item stands on the day of the scan, before anybody looks at its own history. The first
 * ones hold for its whole batch; those of the item where a batch's items differ, so that the reason
 * says nothing of the others.
 */
public enum Standing {
  NOT_ACTIVE,
  ON_SALE,
  EXPIRED,
  RECALLED,
  VOID,
  ITEM_NOT_ACTIVE,
  ITEM_RECALLED,
  ITEM_VOID
}
