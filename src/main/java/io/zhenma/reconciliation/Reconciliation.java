package io.zhenma.reconciliation;

import io.zhenma.issuing.ItemRange;
import io.zhenma.reconciliation.Discrepancy.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up the parts of a batch. */
final class Reconciliation {
  private final Set<Source> sources;
  private final Map<Stage, Long> counts = new EnumMap<>(Stage.class);
  private final Map<Discrepancy, Finding> findings = new EnumMap<>(Discrepancy.class);

  /**
   * @param sources what was told of the batch at all
   */
  Reconciliation(Set<Source> sources) {
    this.sources = sources;
  }

  /** Adds the next part, whose items are above those before. */
  void add(Evidence evidence) {
    for (Stage stage : Stage.values()) {
      counts.merge(stage, stage.of(evidence).count(), Long::sum);
    }
    for (Discrepancy discrepancy : Discrepancy.values()) {
      if (discrepancy.canBeTold(sources)) {
        findings.computeIfAbsent(discrepancy, kind -> new Finding()).add(discrepancy.of(evidence));
      }
    }
  }

  Map<Stage, Long> counts() {
    return counts;
  }

  Map<Discrepancy, Finding> findings() {
    return findings;
  }

  /** As the API tells it. */
  Body body(int batch) {
    List<Told> told = new ArrayList<>();
    findings.forEach(
        (kind, finding) -> {
          if (finding.items() > 0) {
            told.add(
                new Told(
                    kind.slug(),
                    finding.items(),
                    finding.ranges(),
                    finding.first().stream().map(Told.Items::of).toList()));
          }
        });
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach((stage, count) -> named.put(stage.slug(), count));
    return new Body(
        batch,
        named,
        sources.contains(Source.PRINT_REPORTS),
        sources.contains(Source.DELIVERIES),
        told);
  }

  /**
   * How a batch adds up.
   *
   * @param counts items by stage
   * @param printReported whether there is a report at all; without one nothing is said of printing
   * @param delivered whether there is a delivery at all; without one nothing is said of it
   * @param discrepancies those that there are
   */
  record Body(
      int batch,
      Map<String, Long> counts,
      boolean printReported,
      boolean delivered,
      List<Told> discrepancies) {}

  /**
   * A discrepancy.
   *
   * @param ranges how many ranges of items
   * @param first the first hundred of them
   */
  record Told(String kind, long items, long ranges, List<Items> first) {
    record Items(int firstItem, int lastItem) {
      static Items of(ItemRange range) {
        return new Items(range.first(), range.last());
      }
    }
  }
}
