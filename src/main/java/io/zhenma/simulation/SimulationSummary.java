package io.zhenma.simulation;

import io.zhenma.simulation.Tally.Count;
import io.zhenma.verification.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What came of a simulation. */
public final class SimulationSummary {
  private final boolean complete;
  private final long scans;
  private final Duration took;
  private final Map<Outcome, Long> outcomes;
  private final Map<Scenario, Count> honest;
  private final Map<Scenario, Count> fakes;
  private final Map<Scenario, Count> owners;
  private final CatchTable catches;
  private final long blamed;

  /**
   * @param complete false when it was stopped before its end
   * @param honest scans of items that nobody copied, by story
   * @param fakes scans of fakes, by kind of attack
   * @param owners scans of the items that were copied
   * @param blamed items not copied that at least one scan was answered suspect for
   */
  SimulationSummary(
      boolean complete,
      long scans,
      Duration took,
      Map<Outcome, Long> outcomes,
      Map<Scenario, Count> honest,
      Map<Scenario, Count> fakes,
      Map<Scenario, Count> owners,
      CatchTable catches,
      long blamed) {
    this.complete = complete;
    this.scans = scans;
    this.took = took;
    this.outcomes = outcomes;
    this.honest = honest;
    this.fakes = fakes;
    this.owners = owners;
    this.catches = catches;
    this.blamed = blamed;
  }

  /** Both together, as if they were one. */
  public SimulationSummary plus(SimulationSummary other) {
    CatchTable both = new CatchTable();
    both.add(catches);
    both.add(other.catches);
    Map<Outcome, Long> sums = new EnumMap<>(outcomes);
    other.outcomes.forEach((outcome, count) -> sums.merge(outcome, count, Long::sum));
    return new SimulationSummary(
        complete && other.complete,
        scans + other.scans,
        took.plus(other.took),
        sums,
        plus(honest, other.honest),
        plus(fakes, other.fakes),
        plus(owners, other.owners),
        both,
        blamed + other.blamed);
  }

  private static Map<Scenario, Count> plus(Map<Scenario, Count> a, Map<Scenario, Count> b) {
    Map<Scenario, Count> sums = new EnumMap<>(Scenario.class);
    a.forEach((scenario, count) -> sums.merge(scenario, count, Count::plus));
    b.forEach((scenario, count) -> sums.merge(scenario, count, Count::plus));
    return sums;
  }

  public boolean complete() {
    return complete;
  }

  public long scans() {
    return scans;
  }

  public Duration took() {
    return took;
  }

  /** How many scans were answered so. */
  public Map<Outcome, Long> outcomes() {
    return outcomes;
  }

  /** Of the scans answered suspect, the share whose code was copied; 1 when there were none. */
  public double precision() {
    long copies = all(fakes).suspect() + all(owners).suspect();
    long suspects = copies + all(honest).suspect();
    return suspects == 0 ? 1 : (double) copies / suspects;
  }

  /** Of the scans of fakes, the share answered suspect. */
  public double recall() {
    return all(fakes).share();
  }

  /** Of the scans of items that nobody copied, the share answered suspect. */
  public double falseAlarms() {
    return all(honest).share();
  }

  /** Of the codes copied and scanned 20 times or more, the share caught by their 20th scan. */
  public double caughtInTime() {
    return catches.caughtInTime();
  }

  /** The lower of that share among attacks in one town and among those all over the country. */
  public double caughtInTimeAtWorst() {
    return Math.min(
        catches.caughtInTime(Scenario.COPY_TOWN), catches.caughtInTime(Scenario.COPY_COUNTRY));
  }

  /** How many codes those shares are of. */
  public long oftenCopied() {
    return catches.counting();
  }

  private static Count all(Map<Scenario, Count> counts) {
    return counts.values().stream().reduce(Count.NONE, Count::plus);
  }

  /** For people: several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%d scans in %.1f s, %.0f scans/s%s",
        scans,
        took.toMillis() / 1000.0,
        scans * 1000.0 / Math.max(1, took.toMillis()),
        complete ? "" : "; stopped before the end");
    outcomes.forEach((outcome, count) -> line(text, "  %-15s %9d", outcome.slug(), count));
    line(text, "%-20s %10s %9s %10s %10s", "scenario", "scans", "suspect", "share", "precision");
    honest.forEach((scenario, count) -> row(text, scenario.label(), count, ""));
    row(text, "all honest", all(honest), "");
    fakes.forEach(
        (scenario, count) -> row(text, scenario.label() + ", fakes", count, precision(count)));
    owners.forEach((scenario, count) -> row(text, scenario.label() + ", owner", count, ""));
    line(
        text,
        "suspect: precision %.4f, recall on fakes %.4f, false alarms %.6f of honest scans",
        precision(),
        recall(),
        falseAlarms());
    text.append(catches.text());
    line(
        text,
        "items: %d of %d copied found, %d honest blamed; of %d copied and scanned 20 times or"
            + " more, %.2f%% caught by their 20th scan (town %.2f%%, country %.2f%%)",
        catches.caught(),
        catches.codes(),
        blamed,
        catches.counting(),
        100 * caughtInTime(),
        100 * catches.caughtInTime(Scenario.COPY_TOWN),
        100 * catches.caughtInTime(Scenario.COPY_COUNTRY));
    return text.toString();
  }

  /** Among the fakes of this kind and all honest scans. */
  private String precision(Count found) {
    long suspects = found.suspect() + all(honest).suspect();
    return suspects == 0
        ? ""
        : String.format(Locale.ROOT, "%.4f", (double) found.suspect() / suspects);
  }

  private static void row(StringBuilder text, String name, Count count, String precision) {
    line(
        text,
        "  %-18s %10d %9d %9.4f%% %10s",
        name,
        count.judged(),
        count.suspect(),
        100 * count.share(),
        precision);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing())
        .append(System.lineSeparator());
  }
}
