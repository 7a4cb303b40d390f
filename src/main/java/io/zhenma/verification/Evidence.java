package io.zhenma.verification;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that speaks for a copy of an item: of each reason the weightiest finding that there ever was.
 * So the score never falls by itself, and two looks give the same whichever came first.
 *
 * @param findings the weightiest first
 */
public record Evidence(List<Finding> findings) {
  /** The highest score. */
  public static final int MOST_POINTS = 100;

  private static final Comparator<Finding> WEIGHTIEST_FIRST =
      Comparator.comparingInt(Finding::points).reversed().thenComparing(Finding::reason);

  /** Nothing speaks for a copy. */
  public static final Evidence NONE = new Evidence(List.of());

  public Evidence {
    findings = findings.stream().sorted(WEIGHTIEST_FIRST).toList();
  }

  /** The points of all findings together, 0 to {@value #MOST_POINTS}. */
  public int score() {
    return Math.min(MOST_POINTS, findings.stream().mapToInt(Finding::points).sum());
  }

  /** What was found, the weightiest first. */
  public List<Reason> reasons() {
    return findings.stream().map(Finding::reason).toList();
  }

  Evidence with(Collection<Finding> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<Reason, Finding> weightiest = new EnumMap<>(Reason.class);
    findings.forEach(finding -> weightiest.put(finding.reason(), finding));
    for (Finding finding : more) {
      weightiest.merge(finding.reason(), finding, (a, b) -> b.outweighs(a) ? b : a);
    }
    return new Evidence(List.copyOf(weightiest.values()));
  }

  /** For storage: findings with commas between, at most 400 characters of ASCII. */
  public String text() {
    return findings.stream().map(Finding::text).collect(Collectors.joining(","));
  }

  /** Reads what {@link #text} wrote. */
  public static Evidence parse(String text) {
    return text.isEmpty()
        ? NONE
        : new Evidence(Arrays.stream(text.split(",")).map(Finding::parse).toList());
  }
}
