package io.zhenma.simulation;

import io.zhenma.verification.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a simulation.
 *
 * @param complete false when it was stopped before its end
 * @param outcomes how many scans were answered so
 * @param suspects scans answered suspect, by what was true of them
 * @param judged scans answered suspect or genuine, by what was true of them
 * @param copiedItems items whose code was copied and that were scanned
 * @param copiedItemsFound those of them that at least one scan was answered suspect for
 * @param honestItemsBlamed items not copied that at least one scan was answered suspect for
 */
public record SimulationSummary(
    boolean complete,
    long scans,
    Duration took,
    Map<Outcome, Long> outcomes,
    Map<Truth, Long> suspects,
    Map<Truth, Long> judged,
    long copiedItems,
    long copiedItemsFound,
    long honestItemsBlamed) {
  /** Of the scans answered suspect, the share whose code was copied; 1 when there were none. */
  public double precision() {
    long all = suspects.values().stream().mapToLong(Long::longValue).sum();
    return all == 0 ? 1 : (double) (all - of(suspects, Truth.HONEST)) / all;
  }

  /** Of the scans of fakes, the share answered suspect; 1 when there were none. */
  public double recall() {
    long fakes = of(judged, Truth.COPIED_FAKE);
    return fakes == 0 ? 1 : (double) of(suspects, Truth.COPIED_FAKE) / fakes;
  }

  /** Of the scans of items that nobody copied, the share answered suspect. */
  public double falseAlarms() {
    long honest = of(judged, Truth.HONEST);
    return honest == 0 ? 0 : (double) of(suspects, Truth.HONEST) / honest;
  }

  public double scansPerSecond() {
    return scans * 1000.0 / Math.max(1, took.toMillis());
  }

  private static long of(Map<Truth, Long> counts, Truth truth) {
    return counts.getOrDefault(truth, 0L);
  }

  /** For people: several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%d scans in %.1f s, %.0f scans/s%s",
        scans,
        took.toMillis() / 1000.0,
        scansPerSecond(),
        complete ? "" : "; stopped before the end");
    outcomes.forEach((outcome, count) -> line(text, "  %-15s %9d", outcome.slug(), count));
    line(text, "%-16s %9s %9s", "truth", "suspect", "genuine");
    for (Truth truth : new Truth[] {Truth.COPIED_FAKE, Truth.COPIED_GENUINE, Truth.HONEST}) {
      long suspect = of(suspects, truth);
      line(
          text,
          "  %-14s %9d %9d",
          truth.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          suspect,
          of(judged, truth) - suspect);
    }
    line(
        text,
        "suspect: precision %.4f, recall on fakes %.4f, false alarms %.6f of honest scans",
        precision(),
        recall(),
        falseAlarms());
    line(
        text,
        "items: %d of %d copied found, %d honest blamed",
        copiedItemsFound,
        copiedItems,
        honestItemsBlamed);
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
