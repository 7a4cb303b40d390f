package io.zhenma.evidence;

import io.zhenma.verification.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What an item's scans tell when they are laid side by side.
 *
 * @param complete whether these are all scans, or only the newest {@link #MOST_LOOKS}
 */
record Analysis(
    List<Look> looks,
    boolean complete,
    Sessions sessions,
    Firings firings,
    List<Seen<String>> devices,
    List<Seen<Spot>> spots,
    List<Journey> journeys) {
  /** Read at most, so that the page of a code copied a million times opens as fast as any. */
  static final int MOST_LOOKS = 10_000;

  private static final int MOST_DEVICES = 200;
  private static final int MOST_SPOTS = 200;
  private static final int MOST_JOURNEYS = 100;

  /**
   * @param looks oldest first
   */
  static Analysis of(List<Look> looks, Policy policy) {
    boolean complete = looks.size() < MOST_LOOKS;
    Sessions sessions = new Sessions(looks, Duration.ofSeconds(policy.sessionSeconds()));
    return new Analysis(
        looks,
        complete,
        sessions,
        new Firings(looks, complete),
        Seen.devices(looks, sessions, MOST_DEVICES),
        Seen.spots(looks, sessions, MOST_SPOTS),
        Journey.among(looks, policy, MOST_JOURNEYS));
  }

  /** The newest looks before that one, newest first. */
  List<Look> newest(Optional<LookCursor> before, int most) {
    List<Look> newestFirst = new ArrayList<>(looks);
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(look -> before.map(cursor -> cursor.isAfter(look)).orElse(true))
        .limit(most)
        .toList();
  }
}
