package io.zhenma.alert;

import io.zhenma.alert.Raised.Change;
import java.util.Locale;

/** What a notice tells of. */
enum NoticeEvent {
  OPENED,
  ESCALATED,
  /** For webhooks alone; a person needs no mail about what a person did. */
  RESOLVED,
  /** Somebody wants to see whether it arrives. */
  TEST;

  static NoticeEvent of(Change change) {
    return change == Change.OPENED ? OPENED : ESCALATED;
  }

  /** The payload's type, such as {@code alert.opened}. */
  String type() {
    return this == TEST ? "test" : "alert." + name().toLowerCase(Locale.ROOT);
  }

  boolean goesBy(Channel channel) {
    return channel == Channel.WEBHOOK || this != RESOLVED;
  }
}
