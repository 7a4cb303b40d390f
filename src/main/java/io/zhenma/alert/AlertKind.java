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
  DELIVERY_STOPPED;

  /** Such as {@code copied-code}: how the API and message files call it. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
