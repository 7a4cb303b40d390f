package io.zhenma.tenancy;

/** What became of something that was asked for. */
public enum ApprovalState {
  PENDING,
  DONE,
  REJECTED,
  /** Nobody decided in time. */
  LAPSED,
  /** It was due, and could not be done any more. */
  FAILED
}
