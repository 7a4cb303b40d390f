package io.zhenma.evidence;

import io.zhenma.problem.ProblemException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of suspect items ended; items that come meanwhile don't shift it. */
record SuspectCursor(Instant since, int batch, int item) {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,14})-(\\d{1,9})-(\\d{1,10})");

  /**
   * @throws ProblemException when it is none that was given out
   */
  static SuspectCursor parse(String text) {
    Matcher found = SHAPE.matcher(text);
    if (!found.matches() || Long.parseLong(found.group(3)) > Integer.MAX_VALUE) {
      throw ProblemException.field("before", "kind-of-value");
    }
    return new SuspectCursor(
        Instant.ofEpochMilli(Long.parseLong(found.group(1))),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)));
  }

  @Override
  public String toString() {
    return since.toEpochMilli() + "-" + batch + "-" + item;
  }
}
