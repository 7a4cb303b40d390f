package io.zhenma.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Counts a brand's scans by province and by city of GB/T 2260; scans without a known place stand
 * under an empty code. Scans by programs count only when they are asked for.
 */
final class RegionReport {
  /** One statement for both levels: a scan that arrives meanwhile is in both or in neither. */
  private static final String COUNT =
      "INSERT INTO region_row (brand_id, run_id, level, code, parent_code, scans, customers,"
          + " genuine_first, suspect)"
          + " SELECT ?, ?, IF(city IS NULL, 'PROVINCE', 'CITY'), IF(city IS NULL, province, city),"
          + " IF(city IS NULL, '', province), scans, customers, genuine_first, suspect FROM"
          + " (SELECT province, city, COUNT(*) AS scans, COUNT(DISTINCT device) AS customers,"
          + " SUM(outcome = 'GENUINE_FIRST') AS genuine_first, SUM(outcome = 'SUSPECT') AS suspect"
          + " FROM scan WHERE brand_id = ? AND (? OR visitor = 'PERSON') GROUP BY province, city WITH ROLLUP) counts"
          + " WHERE province IS NOT NULL AND (city IS NULL OR city <> '')";

  private RegionReport() {}

  static ReportContent make(Connection connection, ReportJob job, boolean automated)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(COUNT)) {
      insert.setLong(1, job.brand().id());
      insert.setLong(2, job.runId());
      insert.setLong(3, job.brand().id());
      insert.setBoolean(4, automated);
      return new ReportContent(insert.executeUpdate(), "{}", since(connection, job));
    }
  }

  /** Reports read what the database holds: weeks before may be in the lake alone. */
  private static @Nullable LocalDate since(Connection connection, ReportJob job)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT MIN(scanned_at) FROM scan WHERE brand_id = ?")) {
      select.setLong(1, job.brand().id());
      try (ResultSet row = select.executeQuery()) {
        LocalDateTime first = row.next() ? row.getObject(1, LocalDateTime.class) : null;
        return first == null
            ? null
            : LocalDate.ofInstant(first.toInstant(ZoneOffset.UTC), job.brand().zone());
      }
    }
  }
}
