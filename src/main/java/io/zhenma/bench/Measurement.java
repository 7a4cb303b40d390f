package io.zhenma.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing done some number of times.
 *
 * @param what was done, in words
 * @param count how often
 * @param unit what was counted, such as {@code codes}
 * @param seconds it took in all
 * @param latency of single answers, where they were timed
 */
public record Measurement(
    String what, long count, String unit, double seconds, @Nullable Latency latency) {

  public Measurement {
    if (count < 0 || seconds <= 0) {
      throw new IllegalArgumentException("a measurement takes time");
    }
  }

  static Measurement since(long startNanos, String what, long count, String unit) {
    return new Measurement(what, count, unit, (System.nanoTime() - startNanos) / 1e9, null);
  }

  /** Units a second. */
  @JsonProperty
  public double perSecond() {
    return count / seconds;
  }

  @Override
  public String toString() {
    String speed =
        count == 1
            ? String.format(Locale.ROOT, "%.3f s", seconds)
            : String.format(
                Locale.ROOT, "%,.0f %s/s (%,d in %.2f s)", perSecond(), unit, count, seconds);
    return what + ": " + speed + (latency == null ? "" : ", " + latency);
  }
}
