package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the audit log ended; entries that come meanwhile don't shift it. */
record AuditCursor(Instant at, long id) {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,14})-([0-9]{1,18})");

  /**
   * @throws ProblemException when it is none that was given out
   */
  static AuditCursor parse(String text) {
    Matcher found = SHAPE.matcher(text);
    if (!found.matches()) {
      throw ProblemException.field("before", "kind-of-value");
    }
    return new AuditCursor(
        Instant.ofEpochMilli(Long.parseLong(found.group(1))), Long.parseLong(found.group(2)));
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "-" + id;
  }
}
