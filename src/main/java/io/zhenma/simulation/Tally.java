package io.zhenma.simulation;

import io.zhenma.verification.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts answers against the truth; of single items it remembers the copied and the blamed. */
final class Tally {
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Scenario, Count> honest = new EnumMap<>(Scenario.class);
  private final Map<Scenario, Count> fakes = new EnumMap<>(Scenario.class);
  private final Map<Scenario, Count> owners = new EnumMap<>(Scenario.class);
  private final Map<Stock.Item, CopiedCode> copied = new HashMap<>();
  private final Set<Stock.Item> blamed = new HashSet<>();
  private long scans;

  /** Scans that were answered suspect or genuine, and those of them answered suspect. */
  record Count(long judged, long suspect) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(judged + other.judged, suspect + other.suspect);
    }

    /** The share answered suspect; that of nothing is 0. */
    double share() {
      return judged == 0 ? 0 : (double) suspect / judged;
    }
  }

  /**
   * @param copies how many fakes with this code were sold and scanned
   */
  void add(PlanStep.Scan scan, Outcome outcome, int copies) {
    scans++;
    outcomes.merge(outcome, 1L, Long::sum);
    boolean suspect = outcome == Outcome.SUSPECT;
    boolean genuine = outcome == Outcome.GENUINE_FIRST || outcome == Outcome.GENUINE_REPEAT;
    if (!suspect && !genuine) {
      return;
    }
    Count one = new Count(1, suspect ? 1 : 0);
    Stock.Item item = new Stock.Item(scan.batch(), scan.item());
    counts(scan.truth()).merge(scan.scenario(), one, Count::plus);
    if (scan.truth() == Truth.HONEST && suspect) {
      blamed.add(item);
    }
    if (scan.scenario().isAttack()) {
      copied
          .computeIfAbsent(item, unseen -> new CopiedCode(scan.scenario(), copies))
          .scanned(suspect);
    }
  }

  private Map<Scenario, Count> counts(Truth truth) {
    return switch (truth) {
      case HONEST, FORGED -> honest;
      case COPIED_FAKE -> fakes;
      case COPIED_GENUINE -> owners;
    };
  }

  long scans() {
    return scans;
  }

  SimulationSummary summary(boolean complete, Duration took) {
    CatchTable catches = new CatchTable();
    copied.values().forEach(catches::add);
    return new SimulationSummary(
        complete,
        scans,
        took,
        new EnumMap<>(outcomes),
        new EnumMap<>(honest),
        new EnumMap<>(fakes),
        new EnumMap<>(owners),
        catches,
        blamed.size());
  }
}
