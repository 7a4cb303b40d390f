package io.zhenma.alert;

/** How urgent an alert is; later constants are more so. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  boolean isAbove(Severity other) {
    return compareTo(other) > 0;
  }

  Severity or(Severity other) {
    return isAbove(other) ? this : other;
  }
}
