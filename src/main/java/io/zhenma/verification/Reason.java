package io.zhenma.verification;

import java.util.Locale;

/**
 * Why a verdict is what it is. Each has a sentence for consumers in every language and a test that
 * brings it about.
 */
public enum Reason {
  FIRST_CHECK,
  CHECKED_BEFORE,
  /** A program looked, not a person: that checks nothing and uses nothing up. */
  AUTOMATED_LOOK,
  /**
   * The code on the box: anybody in the shop may have read it, so it proves little and uses nothing
   * up.
   */
  OUTER_CODE,
  /** More distinct devices checked this item than a household and its friends have. */
  MANY_DEVICES,
  /**
   * Two devices checked it so far apart and so soon after each other that one item can't have been
   * at both.
   */
  IMPOSSIBLE_TRAVEL,
  BATCH_NOT_ACTIVE,
  PAST_EXPIRY,
  BATCH_RECALLED,
  BATCH_VOID,
  /** This item, while others of its batch may be on sale. */
  ITEM_NOT_ACTIVE,
  ITEM_RECALLED,
  ITEM_VOID,
  /**
   * The key that made the code has leaked: whoever has it can make such codes, so they prove
   * nothing.
   */
  KEY_REVOKED,
  /**
   * The serial number was not made by any key of this GTIN's brand, or names an item that was never
   * issued.
   */
  BAD_CODE,
  /** The serial number is one of ours, but the link around it was changed after it was printed. */
  ALTERED_LINK,
  /** No brand here has this GTIN. */
  UNKNOWN_PRODUCT;

  /** Such as {@code impossible-travel}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
