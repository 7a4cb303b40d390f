package io.zhenma.problem;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notes that a job left out one of the things it works on, since that one failed, and went on with
 * the others: counted in {@code zhenma.job.failures}, and told in a line once a minute a job.
 */
public final class JobTroubles {
  private static final Logger LOG = Logger.getLogger(JobTroubles.class);
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final Map<String, Long> SILENT_UNTIL = new ConcurrentHashMap<>();

  private JobTroubles() {}

  /**
   * @param job its name, as a tag of the metric
   * @param what was left out, such as {@code brand 7}
   */
  public static void leftOut(String job, String what, Throwable failure) {
    Metrics.counter("zhenma.job.failures", "job", job).increment();
    long now = System.nanoTime();
    Long silentUntil = SILENT_UNTIL.get(job);
    if (silentUntil == null || now - silentUntil >= 0) {
      SILENT_UNTIL.put(job, now + SILENCE.toNanos());
      LOG.warnf("%s left out %s: %s", job, what, failure.getClass().getName());
      LOG.debug(what, failure);
    }
  }
}
