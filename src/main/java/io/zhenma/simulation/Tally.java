package io.zhenma.simulation;

import io.zhenma.verification.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts answers against the truth; of single items it remembers the copied and the blamed. */
final class Tally {
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Truth, Long> suspects = new EnumMap<>(Truth.class);
  private final Map<Truth, Long> judged = new EnumMap<>(Truth.class);
  private final Set<Stock.Item> copied = new HashSet<>();
  private final Set<Stock.Item> found = new HashSet<>();
  private final Set<Stock.Item> blamed = new HashSet<>();
  private long scans;

  void add(PlanStep.Scan scan, Outcome outcome) {
    scans++;
    outcomes.merge(outcome, 1L, Long::sum);
    boolean suspect = outcome == Outcome.SUSPECT;
    boolean genuine = outcome == Outcome.GENUINE_FIRST || outcome == Outcome.GENUINE_REPEAT;
    if (suspect || genuine) {
      judged.merge(scan.truth(), 1L, Long::sum);
    }
    if (suspect) {
      suspects.merge(scan.truth(), 1L, Long::sum);
    }
    Stock.Item item = new Stock.Item(scan.batch(), scan.item());
    boolean isCopied = scan.truth() != Truth.HONEST && scan.truth() != Truth.FORGED;
    if (isCopied) {
      copied.add(item);
    }
    if (suspect) {
      (isCopied ? found : blamed).add(item);
    }
  }

  long scans() {
    return scans;
  }

  SimulationSummary summary(boolean complete, Duration took) {
    return new SimulationSummary(
        complete,
        scans,
        took,
        new EnumMap<>(outcomes),
        new EnumMap<>(suspects),
        new EnumMap<>(judged),
        copied.size(),
        found.size(),
        blamed.size());
  }
}
