package io.zhenma.watch;

import io.zhenma.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The past hours that an hour is compared with: the same hour of the week and its two neighbours,
 * in the last eight weeks. An hour without scans counts as one with none, from the first known hour
 * on.
 */
final class History {
  private static final int WEEKS = 8;
  private static final int LEAST_WEEKS = 2;

  private History() {}

  /**
   * @param since when there was something to scan at the earliest
   * @return empty when the past is too short to say what is usual
   */
  static Optional<Baseline> of(
      Connection connection, long brandId, long productId, Instant hour, Instant since)
      throws SQLException {
    if (since.isAfter(hour.minus(Duration.ofDays(7L * LEAST_WEEKS)))) {
      return Optional.empty();
    }
    List<Instant> hours = hours(hour, since);
    Map<Instant, Long> counts = counts(connection, brandId, productId, hours);
    return Optional.of(
        Baseline.of(hours.stream().map(past -> counts.getOrDefault(past, 0L)).toList()));
  }

  private static List<Instant> hours(Instant hour, Instant since) {
    List<Instant> hours = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      for (int beside = -1; beside <= 1; beside++) {
        Instant past = hour.minus(Duration.ofDays(7L * week)).plus(Duration.ofHours(beside));
        if (!past.isBefore(since)) {
          hours.add(past);
        }
      }
    }
    return hours;
  }

  private static Map<Instant, Long> counts(
      Connection connection, long brandId, long productId, List<Instant> hours)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(brandId, productId));
    hours.forEach(hour -> values.add(LocalDateTime.ofInstant(hour, ZoneOffset.UTC)));
    Map<Instant, Long> counts = new HashMap<>();
    Sql.list(
            connection,
            "SELECT hour, scans FROM hourly_scans WHERE brand_id = ? AND product_id = ? AND hour IN ("
                + "?, ".repeat(hours.size() - 1)
                + "?)",
            values,
            row ->
                Map.entry(
                    row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getLong(2)))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }
}
