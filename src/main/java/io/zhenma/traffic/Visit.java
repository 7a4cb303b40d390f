package io.zhenma.traffic;

/**
 * Who is there.
 *
 * @param kind as far as can be told
 * @param doubtful whether a person may be behind what counts as a program for now: a touch of the
 *     page's button will tell
 */
public record Visit(VisitorKind kind, boolean doubtful) {
  static Visit of(VisitorKind kind) {
    return new Visit(kind, false);
  }

  static Visit inDoubt(VisitorKind counts) {
    return new Visit(counts, true);
  }
}
