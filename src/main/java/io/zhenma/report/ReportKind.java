package io.zhenma.report;

/** The reports there are. */
public enum ReportKind {
  /** Customers by recency, frequency and monetary value. */
  RFM,
  /** Scans by province and city. */
  REGION
}
