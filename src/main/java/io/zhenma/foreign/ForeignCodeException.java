package io.zhenma.foreign;

/** A text that is no code, for the reason given. */
final class ForeignCodeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final LineFault fault;

  ForeignCodeException(LineFault fault) {
    super(fault.slug());
    this.fault = fault;
  }

  LineFault fault() {
    return fault;
  }
}
