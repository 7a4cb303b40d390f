package io.zhenma.alert;

/** Whether a subscription gets anything. */
enum SubscriptionState {
  ACTIVE,
  /** Somebody turned it off; what waits goes on waiting, nothing new is noted for it. */
  PAUSED,
  /** It failed for too long; what waited are dead letters. */
  STOPPED
}
