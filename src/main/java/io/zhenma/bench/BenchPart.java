package io.zhenma.bench;

/** What can be measured by itself. */
public enum BenchPart {
  CODES,
  LABELS,
  IMPORTS,
  SCANS,
  REPORTS
}
