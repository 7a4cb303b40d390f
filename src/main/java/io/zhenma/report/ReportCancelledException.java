package io.zhenma.report;

/** Somebody cancelled the report that is being made. */
final class ReportCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
