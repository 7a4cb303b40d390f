package io.zhenma.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells from an exception what to tell the delivery's owner; the log has the rest. */
final class Mishap {
  private static final Logger LOG = Logger.getLogger(Mishap.class);

  private Mishap() {}

  static DeliveryFailure of(Throwable failure, Delivery delivery) {
    if (failure instanceof DeliveryFailedException known) {
      LOG.infof("delivery %d failed: %s", delivery.id, known.reason());
      return known.reason();
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      boolean full = isFull(failure);
      LOG.warnf("delivery %d failed: %s", delivery.id, failure.getMessage());
      return full ? DeliveryFailure.DISK_FULL : DeliveryFailure.SPOOL;
    }
    LOG.errorf(failure, "delivery %d failed", delivery.id);
    return DeliveryFailure.INTERNAL;
  }

  /** The JDK has no type for ENOSPC and EDQUOT; they are known by the words of the C library. */
  private static boolean isFull(@Nullable Throwable failure) {
    if (failure == null) {
      return false;
    }
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left")
        || words.contains("quota exceeded")
        || words.contains("not enough space")
        || isFull(failure.getCause());
  }
}
