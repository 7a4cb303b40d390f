package io.zhenma.scan;

import io.zhenma.problem.ProblemException;
import io.zhenma.sql.Sql;
import io.zhenma.traffic.VisitorKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose scans are wanted.
 *
 * @param kinds never empty
 */
record VisitorFilter(Set<VisitorKind> kinds) {
  private static final String AUTOMATED = "automated";

  /**
   * @param slug of one kind, or {@code automated} for all but people
   * @throws ProblemException when it is neither
   */
  static VisitorFilter of(String slug) {
    Set<VisitorKind> kinds =
        Arrays.stream(VisitorKind.values())
            .filter(kind -> slug.equals(AUTOMATED) ? kind.isAutomated() : kind.slug().equals(slug))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(VisitorKind.class)));
    if (kinds.isEmpty()) {
      throw ProblemException.field("visitor", "kind", known());
    }
    return new VisitorFilter(kinds);
  }

  private static String known() {
    return Arrays.stream(VisitorKind.values())
            .map(VisitorKind::slug)
            .collect(Collectors.joining(", "))
        + ", "
        + AUTOMATED;
  }

  /** Such as {@code IN (?, ?)}. */
  String sql() {
    return "IN " + Sql.rows(1, kinds.size());
  }
}
