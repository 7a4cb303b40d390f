package io.zhenma.complaint;

/** How far the brand is with a complaint. Its people may set any at any time. */
enum ComplaintState {
  NEW,
  IN_PROGRESS,
  CLOSED
}
