package io.zhenma.report;

import io.agroal.api.AgroalDataSource;
import io.zhenma.report.OverviewResource.Day;
import io.zhenma.report.OverviewResource.Overview;
import io.zhenma.scan.JournalProjection;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts scans a day as they happen, so that the console's first page costs the same at any size.
 */
@ApplicationScoped
public class DailyScans implements JournalProjection {
  private static final String NAME = "daily-scans";
  private static final int DAYS = 30;
  private static final String ADD =
      "INSERT INTO daily_scans (brand_id, day, scans, genuine_first, suspect) VALUES (?, ?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE scans = scans + VALUES(scans),"
          + " genuine_first = genuine_first + VALUES(genuine_first),"
          + " suspect = suspect + VALUES(suspect)";

  private final AgroalDataSource database;
  private final Brands brands;

  DailyScans(AgroalDataSource database, Brands brands) {
    this.database = database;
    this.brands = brands;
  }

  @Override
  public String projectionName() {
    return NAME;
  }

  @Override
  public void apply(PreparedSession session, long brandId, List<ScanEvent> events)
      throws SQLException {
    ZoneId zone = brands.get(brandId).zone();
    SortedMap<LocalDate, List<ScanEvent>> byDay =
        events.stream()
            .filter(event -> !event.refined() && !event.visitor().isAutomated())
            .collect(
                Collectors.groupingBy(
                    event -> LocalDate.ofInstant(event.at(), zone),
                    TreeMap::new,
                    Collectors.toList()));
    PreparedStatement add = session.prepared(ADD);
    for (Map.Entry<LocalDate, List<ScanEvent>> day : byDay.entrySet()) {
      add.setLong(1, brandId);
      add.setObject(2, day.getKey());
      add.setLong(3, day.getValue().size());
      add.setLong(4, count(day.getValue(), Outcome.GENUINE_FIRST));
      add.setLong(5, count(day.getValue(), Outcome.SUSPECT));
      add.executeUpdate();
    }
  }

  private static long count(List<ScanEvent> events, Outcome outcome) {
    return events.stream().filter(event -> event.outcome() == outcome).count();
  }

  Overview overview(BrandView brand) throws SQLException {
    LocalDate today = LocalDate.ofInstant(Instant.now(), brand.zone());
    try (Connection connection = database.getConnection()) {
      SortedMap<LocalDate, Day> days = lastDays(connection, brand.id(), today);
      long[] totals = totals(connection, brand.id());
      return new Overview(
          totals[0],
          totals[1],
          totals[2],
          totals[3],
          days.get(today) == null ? 0 : days.get(today).scans(),
          totals[6],
          totals[5],
          totals[4],
          List.copyOf(days.values()));
    }
  }

  private static SortedMap<LocalDate, Day> lastDays(
      Connection connection, long brandId, LocalDate today) throws SQLException {
    LocalDate first = today.minusDays(DAYS - 1);
    SortedMap<LocalDate, Day> days =
        Stream.iterate(first, day -> day.plusDays(1))
            .limit(DAYS)
            .collect(
                Collectors.toMap(
                    day -> day, day -> new Day(day, 0, 0, 0), (a, b) -> a, TreeMap::new));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT day, scans, genuine_first, suspect FROM daily_scans"
                + " WHERE brand_id = ? AND day BETWEEN ? AND ?")) {
      select.setLong(1, brandId);
      select.setObject(2, first);
      select.setObject(3, today);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDate day = row.getObject(1, LocalDate.class);
          days.put(day, new Day(day, row.getLong(2), row.getLong(3), row.getLong(4)));
        }
      }
    }
    return days;
  }

  private static long[] totals(Connection connection, long brandId) throws SQLException {
    String sql =
        "SELECT (SELECT COUNT(*) FROM product WHERE brand_id = ?),"
            + " (SELECT COUNT(*) FROM batch WHERE brand_id = ?),"
            + " (SELECT COALESCE(SUM(quantity), 0) FROM batch WHERE brand_id = ?),"
            + " COALESCE(SUM(scans), 0), COALESCE(SUM(genuine_first), 0), COALESCE(SUM(suspect), 0),"
            + " (SELECT COUNT(*) FROM customer WHERE brand_id = ?)"
            + " FROM daily_scans WHERE brand_id = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 1; i <= 5; i++) {
        select.setLong(i, brandId);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long[] totals = new long[7];
        for (int i = 0; i < totals.length; i++) {
          totals[i] = row.getLong(i + 1);
        }
        return totals;
      }
    }
  }
}
