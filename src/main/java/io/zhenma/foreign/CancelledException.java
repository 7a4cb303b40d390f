package io.zhenma.foreign;

/** The import was cancelled, or given up as lost, while it was worked on. */
final class CancelledException extends Exception {
  private static final long serialVersionUID = 1;
}
