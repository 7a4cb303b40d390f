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
  /**
   * More distinct devices checked this item than a household and its friends have. Unit: devices.
   */
  MANY_DEVICES,
  /** People checked it who share no network. Unit: networks, of which mobile ones count less. */
  MANY_STRANGERS,
  /** It was checked in many provinces. Unit: provinces, those told by mobile data counting less. */
  MANY_PLACES,
  /**
   * Two devices checked it so far apart and so soon after each other that one item can't have been
   * at both. Unit: km, at least, against those that can be travelled in the time.
   */
  IMPOSSIBLE_TRAVEL,
  /** Two devices checked it far apart in the same session's time. Unit: km, at least. */
  PLACES_AT_ONCE,
  /** Many strangers checked it within a short time. Unit: networks. */
  RUSH,
  /** Somebody had the code before the item was on sale. Unit: networks. */
  CHECKED_EARLY,
  /** It was checked where the brand does not sell its batch. Unit: provinces. */
  OUTSIDE_TERRITORY,
  /** The brand looked into it and found that there are copies. */
  CONFIRMED_COPY,
  /** The brand looked into it and found no copies up to then. */
  BRAND_CLEARED,
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
