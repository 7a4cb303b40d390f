package io.zhenma.evidence;

import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** At which scan each rule spoke for a copy for the first time. */
final class Firings {
  private final Map<Look, List<Reason>> fired = new HashMap<>();

  /**
   * @param looks oldest first
   * @param complete whether these are all there are; else the oldest suspect one only repeats what
   *     an earlier one brought about
   */
  Firings(List<Look> looks, boolean complete) {
    Set<Reason> known = EnumSet.noneOf(Reason.class);
    boolean sure = complete;
    for (Look look : looks) {
      if (look.outcome() != Outcome.SUSPECT) {
        continue;
      }
      List<Reason> fresh = look.reasons().stream().filter(known::add).toList();
      if (sure) {
        fired.put(look, fresh);
      }
      sure = true;
    }
  }

  List<Reason> of(Look look) {
    return fired.getOrDefault(look, List.of());
  }
}
