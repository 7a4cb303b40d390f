package io.zhenma.alert;

import java.util.Locale;

/** What an alert is about. */
public enum AlertKind {
  /** An item's code, or those of many items of a batch, look copied. */
  COPIED_CODE,
  /** Somebody tries serial numbers. */
  GUESSING,
  /** Far more scans of a brand or product than are usual at that hour. */
  UNUSUAL_VOLUME,
  /** A subscription failed for so long that nothing is sent to it any more. */
  DELIVERY_STOPPED,
  /** A version of the brand's keys was revoked: all its codes are suspect. */
  KEY_REVOKED,
  /** A printing house was deactivated; without an active one codes leave unsealed. */
  HOUSE_DEACTIVATED,
  /** One person took codes of many batches within an hour. */
  MASS_DOWNLOAD,
  /** Somebody wants to lift protection; another person confirms or stops it. */
  APPROVAL_REQUESTED;

  /** Such as {@code copied-code}: how the API and message files call it. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
