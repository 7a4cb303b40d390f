package io.zhenma.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that a run measured, and where.
 *
 * @param loadBefore load average when the run began
 * @param loadAfter load average when it ended; our own work included
 * @param others measured without an alternative
 * @param statuses how often each HTTP status was answered
 */
public record BenchResult(
    Instant at,
    Machine machine,
    double loadBefore,
    double loadAfter,
    DatabaseFacts database,
    BenchParameters parameters,
    List<Comparison> comparisons,
    List<Measurement> others,
    Map<Integer, Long> statuses,
    ReadBack readBack) {

  /** Whether every acknowledged scan was found again, and there were some if any were made. */
  @JsonProperty
  public boolean passed() {
    boolean scanned =
        parameters.measures(BenchPart.SCANS) || parameters.measures(BenchPart.REPORTS);
    return readBack.nothingLost() && (readBack.acknowledged() > 0 || !scanned);
  }

  /** The result for people: ratios first. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Comparison comparison : comparisons) {
      text.append(
          String.format(
              Locale.ROOT,
              "%7.2fx  %s%n            %s%n       vs   %s%n",
              comparison.ratio(),
              comparison.subject(),
              comparison.ours(),
              comparison.alternative()));
    }
    text.append(System.lineSeparator());
    others.forEach(other -> text.append(String.format(Locale.ROOT, "  %s%n", other)));
    text.append(String.format(Locale.ROOT, "  HTTP statuses %s%n", statuses));
    text.append(String.format(Locale.ROOT, "  %s%n%n", readBack));
    text.append(
        String.format(
            Locale.ROOT,
            "  %s, %d cores, %,d MiB, heap %,d MiB%n  %s, %s%n",
            machine.cpu(),
            machine.cores(),
            machine.memoryMib(),
            machine.heapMib(),
            machine.jvm(),
            machine.system()));
    text.append(
        String.format(
            Locale.ROOT, "  load average %.2f before, %.2f after%n", loadBefore, loadAfter));
    text.append(String.format(Locale.ROOT, "  %s%n  %s%n  %s%n", database, parameters, at));
    return text.toString();
  }
}
