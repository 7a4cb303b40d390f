package io.zhenma.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks of one device in a row are one session; sessions are numbered from 1 as they begin. */
final class Sessions {
  private final Map<Look, Integer> numbers = new HashMap<>();
  private int last;

  /**
   * @param looks oldest first
   * @param gap a device that comes back within this time is still looking the same look
   */
  Sessions(List<Look> looks, Duration gap) {
    Map<String, Instant> seen = new HashMap<>();
    Map<String, Integer> running = new HashMap<>();
    for (Look look : looks) {
      Instant before = seen.put(look.device(), look.at());
      if (before == null || Duration.between(before, look.at()).compareTo(gap) > 0) {
        running.put(look.device(), ++last);
      }
      numbers.put(look, running.getOrDefault(look.device(), last));
    }
  }

  int of(Look look) {
    return numbers.getOrDefault(look, 0);
  }

  int count() {
    return last;
  }
}
