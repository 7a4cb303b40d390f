package io.zhenma.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much is measured. All counts are upper bounds; a measurement also ends with its time.
 *
 * @param codes codes written as CSV
 * @param codeRows codes stored a row each in statements of many rows
 * @param codeEntities codes stored an entity each
 * @param labels labels drawn, four times
 * @param warmUp scans before those that are measured
 * @param scans scans measured over HTTP at full load, and half as many at half load
 * @param naiveScans scans measured with a transaction each
 * @param inFlight scans under way at any time, so connections
 * @param stored scans stored before scans are measured a second time; 0 leaves that out
 * @param reportScans scans in the journal before the reports are timed, at least
 * @param seconds longest time of one measurement
 * @param only parts to measure
 */
public record BenchParameters(
    int codes,
    int codeRows,
    int codeEntities,
    int labels,
    int warmUp,
    int scans,
    int naiveScans,
    int inFlight,
    int stored,
    int reportScans,
    int seconds,
    Set<BenchPart> only) {
  private static final int MOST = 5_000_000;
  private static final int MOST_STORED = 500_000_000;
  private static final int MOST_CODES = 1_000_000_000;
  private static final int MOST_IN_FLIGHT = 2_000;
  private static final int LONGEST_SECONDS = 3_600;

  public BenchParameters {
    range("--codes", codes, 1, MOST_CODES);
    range("--code-rows", codeRows, 1, MOST);
    range("--code-entities", codeEntities, 1, MOST);
    range("--labels", labels, 1, MOST);
    range("--warm-up", warmUp, 0, MOST);
    range("--scans", scans, 1, MOST);
    range("--naive-scans", naiveScans, 1, MOST);
    range("--in-flight", inFlight, 1, MOST_IN_FLIGHT);
    range("--stored", stored, 0, MOST_STORED);
    range("--report-scans", reportScans, 1, MOST);
    range("--seconds", seconds, 1, LONGEST_SECONDS);
    only = Set.copyOf(only);
  }

  boolean measures(BenchPart part) {
    return only.contains(part);
  }

  /** When a measurement that starts now has to end. */
  Instant deadline() {
    return Instant.now().plus(Duration.ofSeconds(seconds));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "--codes %d --code-rows %d --code-entities %d --labels %d --warm-up %d --scans %d --naive-scans %d --in-flight %d --stored %d --report-scans %d --seconds %d --only %s",
        codes,
        codeRows,
        codeEntities,
        labels,
        warmUp,
        scans,
        naiveScans,
        inFlight,
        stored,
        reportScans,
        seconds,
        only.stream().sorted().map(BenchPart::name).collect(Collectors.joining(",")));
  }

  private static void range(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is " + least + " to " + most);
    }
  }
}
