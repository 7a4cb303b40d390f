package io.zhenma.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that describe a customer at a glance. A pure function of the profile. */
final class CustomerTags {
  private static final int REGULAR_PURCHASES = 3;
  private static final Duration NEW_FOR = Duration.ofDays(30);
  private static final Duration QUIET_AFTER = Duration.ofDays(90);

  private CustomerTags() {}

  static List<String> of(
      int purchases, Instant firstSeen, Instant lastSeen, String hostApp, Instant now) {
    List<String> tags = new ArrayList<>();
    if (purchases == 0) {
      tags.add("looker");
    } else if (purchases >= REGULAR_PURCHASES) {
      tags.add("regular");
    }
    if (firstSeen.isAfter(now.minus(NEW_FOR))) {
      tags.add("new");
    }
    if (lastSeen.isBefore(now.minus(QUIET_AFTER))) {
      tags.add("quiet");
    }
    if (!hostApp.isEmpty() && !hostApp.equals("BROWSER") && !hostApp.equals("OTHER")) {
      tags.add(hostApp.toLowerCase(Locale.ROOT));
    }
    return tags;
  }
}
