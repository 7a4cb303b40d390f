package io.zhenma.delivery;

/** The delivery was cancelled, or is another replica's by now: end, and leave nothing. */
final class DeliveryStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeliveryStoppedException() {
    super("stopped");
  }
}
