package io.zhenma.scan;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where projections failed on this replica, how often in a row, and until when they rest there.
 * Forgotten by a restart, after which they have as many tries again.
 */
final class Troubles {
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 10;

  private final Map<Place, Trouble> all = new ConcurrentHashMap<>();

  private record Place(String projection, long brandId, int lane) {}

  private record Trouble(long seq, int failures, long restUntil) {}

  private static Place place(JournalProjection projection, Lane lane) {
    return new Place(projection.projectionName(), lane.brandId(), lane.lane());
  }

  /**
   * Notes a failure.
   *
   * @return how often this projection failed at this number in a row
   */
  int failed(JournalProjection projection, Lane lane, long seq) {
    return all.compute(
            place(projection, lane),
            (place, before) ->
                trouble(seq, before == null || before.seq() != seq ? 1 : before.failures() + 1))
        .failures();
  }

  private static Trouble trouble(long seq, int failures) {
    long rest = FIRST_REST.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
    return new Trouble(seq, failures, System.nanoTime() + Math.min(rest, LONGEST_REST.toNanos()));
  }

  boolean rests(JournalProjection projection, Lane lane) {
    Trouble trouble = all.get(place(projection, lane));
    return trouble != null && System.nanoTime() - trouble.restUntil() < 0;
  }

  void passed(JournalProjection projection, Lane lane) {
    all.remove(place(projection, lane));
  }
}
