package io.zhenma.delivery;

import java.util.Locale;

/** Why a delivery failed; what to say to a person stands in the message files. */
enum DeliveryFailure {
  /** No room in the spool. */
  DISK_FULL,
  /** The spool can't be written or read, for another reason. */
  SPOOL,
  /** The printing house was deactivated, or its certificate has expired. */
  PRINTING_HOUSE,
  /** A file made again differs from the one made before. */
  NOT_THE_SAME,
  /** Our fault; the log has more. */
  INTERNAL;

  /** Key of its sentence. */
  String key() {
    return "delivery." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
