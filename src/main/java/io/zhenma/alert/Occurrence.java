package io.zhenma.alert;

import java.time.Instant;

/**
 * Something that gives reason for an alert.
 *
 * @param facts as they are now; they take the place of those that a joined alert had
 * @param at when it happened
 * @param times how often, at least once
 */
public record Occurrence(
    AlertKind kind, AlertSubject subject, Severity severity, Facts facts, Instant at, long times) {
  public Occurrence {
    if (times < 1) {
      throw new IllegalArgumentException("it happened at least once");
    }
  }

  public static Occurrence once(
      AlertKind kind, AlertSubject subject, Severity severity, Facts facts, Instant at) {
    return new Occurrence(kind, subject, severity, facts, at, 1);
  }
}
