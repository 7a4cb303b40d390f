package io.zhenma.alert;

/**
 * What became of an occurrence.
 *
 * @param id the alert's
 */
public record Raised(long id, Change change) {
  /** What it did to the alerts. */
  public enum Change {
    /** A new alert. */
    OPENED,
    /** One that was there became more severe, and is open again if somebody looked after it. */
    ESCALATED,
    /** One that was there counted it. */
    JOINED
  }
}
