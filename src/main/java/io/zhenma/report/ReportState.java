package io.zhenma.report;

/** The life of a snapshot. */
enum ReportState {
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
