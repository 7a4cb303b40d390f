package io.zhenma.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.agroal.api.AgroalDataSource;
import io.zhenma.customer.Segment;
import io.zhenma.scan.PlaceText;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads snapshots. */
@ApplicationScoped
class ReportReader {
  private static final String SEGMENTS =
      "SELECT segment, COUNT(*), SUM(monetary_fen), AVG(recency_days), AVG(frequency) FROM rfm_row"
          + " WHERE brand_id = ? AND run_id = ? GROUP BY segment";
  private static final String SCORES =
      "SELECT r, f, m, COUNT(*) FROM rfm_row WHERE brand_id = ? AND run_id = ?"
          + " GROUP BY r, f, m ORDER BY r, f, m";
  private static final String REGIONS =
      "SELECT level, code, parent_code, scans, customers, genuine_first, suspect FROM region_row"
          + " WHERE brand_id = ? AND run_id = ? ORDER BY level DESC, scans DESC, code";

  private final AgroalDataSource database;

  ReportReader(AgroalDataSource database) {
    this.database = database;
  }

  record SegmentRow(
      Segment segment,
      long customers,
      long spentFen,
      double averageRecencyDays,
      double averageFrequency) {}

  record ScoreRow(int r, int f, int m, long customers) {}

  /**
   * An RFM report: the limits of its levels, its groups, and how many customers have each score.
   */
  record Rfm(@JsonRawValue String thresholds, List<SegmentRow> segments, List<ScoreRow> scores) {}

  record RegionRow(
      String level,
      String code,
      String parentCode,
      String name,
      long scans,
      long customers,
      long genuineFirst,
      long suspect) {}

  Rfm rfm(ReportRun run) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Rfm(
          run.thresholds(),
          Sql.list(connection, SEGMENTS, List.of(run.brandId, run.id), ReportReader::segment)
              .stream()
              .sorted(Comparator.comparing(SegmentRow::segment))
              .toList(),
          Sql.list(
              connection,
              SCORES,
              List.of(run.brandId, run.id),
              row -> new ScoreRow(row.getInt(1), row.getInt(2), row.getInt(3), row.getLong(4))));
    }
  }

  List<RegionRow> regions(ReportRun run, Locale locale) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection, REGIONS, List.of(run.brandId, run.id), row -> region(row, locale));
    }
  }

  private static SegmentRow segment(ResultSet row) throws SQLException {
    return new SegmentRow(
        Segment.valueOf(row.getString(1)),
        row.getLong(2),
        row.getLong(3),
        row.getDouble(4),
        row.getDouble(5));
  }

  private static RegionRow region(ResultSet row, Locale locale) throws SQLException {
    return new RegionRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        PlaceText.region(row.getString(2), locale),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }
}
