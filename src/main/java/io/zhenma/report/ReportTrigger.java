package io.zhenma.report;

/** Who asked for a snapshot. */
enum ReportTrigger {
  SCHEDULED,
  MANUAL
}
