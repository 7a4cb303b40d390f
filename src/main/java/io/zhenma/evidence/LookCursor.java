package io.zhenma.evidence;

import io.zhenma.problem.ProblemException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Up to where a time line was read; scans that come meanwhile don't shift it. */
record LookCursor(Instant at, int lane, long seq) {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,14})-(\\d{1,9})-(\\d{1,18})");

  static LookCursor of(Look look) {
    return new LookCursor(look.at(), look.lane(), look.seq());
  }

  /**
   * @throws ProblemException when it is none that was given out
   */
  static LookCursor parse(String text) {
    Matcher found = SHAPE.matcher(text);
    if (!found.matches()) {
      throw ProblemException.field("before", "kind-of-value");
    }
    return new LookCursor(
        Instant.ofEpochMilli(Long.parseLong(found.group(1))),
        Integer.parseInt(found.group(2)),
        Long.parseLong(found.group(3)));
  }

  /** Whether that look comes before this one. */
  boolean isAfter(Look look) {
    int byTime = look.at().compareTo(at);
    int byLane = byTime != 0 ? byTime : Integer.compare(look.lane(), lane);
    return byLane != 0 ? byLane < 0 : look.seq() < seq;
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "-" + lane + "-" + seq;
  }
}
