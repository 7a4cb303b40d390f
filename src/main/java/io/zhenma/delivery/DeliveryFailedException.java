package io.zhenma.delivery;

/** The delivery cannot be made, for a reason that is told to its owner. */
final class DeliveryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final DeliveryFailure reason;

  DeliveryFailedException(DeliveryFailure reason) {
    super(reason.name());
    this.reason = reason;
  }

  DeliveryFailure reason() {
    return reason;
  }
}
