package io.zhenma.app;

/** A command that could not do its work; the message tells the operator why. Ends with 1. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
