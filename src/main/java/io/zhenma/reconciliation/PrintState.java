package io.zhenma.reconciliation;

/** What printing houses said of an item. */
enum PrintState {
  PRINTED,
  /** More than once, with the first label not reported spoiled: two items may carry its code. */
  REPRINTED,
  /** Its label was destroyed, and none was printed since. */
  SPOILED
}
