package io.zhenma.alert;

/** The way that a subscription goes. */
enum Channel {
  MAIL,
  WEBHOOK
}
