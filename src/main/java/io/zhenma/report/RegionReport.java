package io.zhenma.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Counts a brand's scans by province and by city of GB/T 2260; scans without a known place stand
 * under an empty code.
 */
final class RegionReport {
  private static final String COUNTS =
      "COUNT(*), COUNT(DISTINCT device), SUM(outcome = 'GENUINE_FIRST'), SUM(outcome = 'SUSPECT')";
  private static final String BY_PROVINCE =
      "INSERT INTO region_row (brand_id, run_id, level, code, parent_code, scans, customers,"
          + " genuine_first, suspect) SELECT brand_id, ?, 'PROVINCE', province, '', "
          + COUNTS
          + " FROM scan WHERE brand_id = ? GROUP BY brand_id, province";
  private static final String BY_CITY =
      "INSERT INTO region_row (brand_id, run_id, level, code, parent_code, scans, customers,"
          + " genuine_first, suspect) SELECT brand_id, ?, 'CITY', city, MIN(province), "
          + COUNTS
          + " FROM scan WHERE brand_id = ? AND city <> '' GROUP BY brand_id, city";

  private RegionReport() {}

  static ReportContent make(Connection connection, ReportJob job) throws SQLException {
    long provinces = count(connection, BY_PROVINCE, job);
    job.reached(50);
    long cities = count(connection, BY_CITY, job);
    return new ReportContent(provinces + cities, "{}");
  }

  private static long count(Connection connection, String sql, ReportJob job) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, job.runId());
      insert.setLong(2, job.brand().id());
      return insert.executeUpdate();
    }
  }
}
