package io.zhenma.alert;

/** Where a notice stands. */
enum NoticeState {
  PENDING,
  DELIVERED,
  /** A dead letter: tried as often as allowed. */
  DEAD
}
