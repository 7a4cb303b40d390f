package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the closed days that the lake lacks, or has otherwise than the database. */
@ApplicationScoped
class DaysWaiting {
  private static final Duration SHORTEST_DELAY = Duration.ofHours(1);

  /** From the index by time alone. */
  private static final String COUNTS =
      "SELECT brand_id, DATE(scanned_at) AS day, COUNT(*) FROM scan WHERE scanned_at < ?"
          + " GROUP BY brand_id, DATE(scanned_at) ORDER BY day, brand_id";

  private final AgroalDataSource database;
  private final LakeDays days;
  private final LakeConfig config;

  DaysWaiting(AgroalDataSource database, LakeDays days, LakeConfig config) {
    this.database = database;
    this.days = days;
    this.config = config;
  }

  /** The last day (UTC) that is closed at this time. */
  LocalDate lastClosed(Instant now) {
    Duration delay = config.delay().compareTo(SHORTEST_DELAY) < 0 ? SHORTEST_DELAY : config.delay();
    return LocalDate.ofInstant(now.minus(delay), ZoneOffset.UTC).minusDays(1);
  }

  /**
   * What is to be exported, the oldest day first: days without a file, days whose number of rows is
   * another by now, and files that are damaged.
   *
   * @param last the last day to look at, closed
   */
  List<LakePart> upTo(LocalDate last) throws SQLException {
    Map<BrandDay, List<LakeDay>> known = new HashMap<>();
    for (LakeDay day : days.all()) {
      BrandDay key = new BrandDay(day.part().brandId(), day.part().day());
      known.computeIfAbsent(key, none -> new ArrayList<>()).add(day);
    }
    List<LakePart> waiting = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNTS)) {
      select.setObject(1, last.plusDays(1).atStartOfDay());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          BrandDay day = new BrandDay(row.getLong(1), row.getObject(2, LocalDate.class));
          long rows = row.getLong(3);
          List<LakeDay> parts = known.getOrDefault(day, List.of());
          if (parts.stream().noneMatch(part -> holds(part, rows))) {
            waiting.add(new LakePart(day.brandId(), day.day(), partOf(parts)));
          }
        }
      }
    }
    return waiting;
  }

  private record BrandDay(long brandId, LocalDate day) {}

  private static boolean holds(LakeDay file, long rows) {
    return file.state() == LakeState.LEAVING
        || file.state() == LakeState.UNREADABLE
        || (file.state() == LakeState.VERIFIED && file.sum().rows() == rows);
  }

  /** The file of rows that the database has is made anew; beside files that are all there is. */
  private static int partOf(List<LakeDay> parts) {
    return parts.stream()
        .filter(file -> file.state().isInDatabase())
        .findFirst()
        .map(file -> file.part().part())
        .orElse(parts.size() + 1);
  }

  /** Rows of a part's day that the database has. */
  long rows(LakePart part) throws SQLException {
    String sql =
        "SELECT COUNT(*) FROM scan WHERE brand_id = ? AND scanned_at >= ? AND scanned_at < ?";
    LocalDateTime from = part.from();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, part.brandId());
      select.setObject(2, from);
      select.setObject(3, part.to());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
