package io.zhenma.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The alternative to profiles: RFM straight from the table of scans, grouped and scored by the
 * database, into a table that stands only while it is measured. Takes a device for a customer.
 */
final class StraightRfm {
  static final String DROP = "DROP TABLE IF EXISTS bench_rfm";

  private static final String CREATE =
      "CREATE TABLE bench_rfm (customer_id BINARY(16) NOT NULL PRIMARY KEY, recency_days INT NOT NULL,"
          + " frequency INT NOT NULL, monetary_fen BIGINT NOT NULL, r INT NOT NULL, f INT NOT NULL,"
          + " m INT NOT NULL) CHARACTER SET ascii";
  private static final String GROUPED =
      "(SELECT device, DATEDIFF(UTC_TIMESTAMP(), MAX(scanned_at)) AS recency_days,"
          + " COUNT(*) AS frequency, SUM(list_price_fen) AS monetary_fen FROM scan"
          + " WHERE brand_id = ? AND outcome = 'GENUINE_FIRST' GROUP BY device) AS grouped";
  private static final String REPORT =
      "INSERT INTO bench_rfm SELECT device, recency_days, frequency, monetary_fen,"
          + " NTILE(3) OVER (ORDER BY recency_days DESC), NTILE(3) OVER (ORDER BY frequency),"
          + " NTILE(3) OVER (ORDER BY monetary_fen) FROM "
          + GROUPED;
  private static final String SUM_GROUPED =
      "SELECT COUNT(*), SUM(frequency), SUM(monetary_fen), MIN(recency_days) FROM " + GROUPED;
  private static final String SUM_PROFILES =
      "SELECT COUNT(*), SUM(purchases), SUM(spent_fen), MAX(last_purchase_at) FROM customer"
          + " WHERE brand_id = ? AND purchases > 0";

  private StraightRfm() {}

  static Measurement report(Connection connection, long brandId) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(DROP);
      statement.execute(CREATE);
    }
    long start = System.nanoTime();
    try (PreparedStatement insert = connection.prepareStatement(REPORT)) {
      insert.setLong(1, brandId);
      int customers = insert.executeUpdate();
      return Measurement.since(
          start,
          String.format(Locale.ROOT, "grouped and scored by SQL (%,d customers)", customers),
          1,
          "reports");
    }
  }

  /** The figures of all customers, grouped anew from the scans. */
  static Measurement grouped(Connection connection, long brandId) throws SQLException {
    return sum(connection, SUM_GROUPED, "GROUP BY over the scans", brandId);
  }

  /** The same figures from the profiles. */
  static Measurement profiles(Connection connection, long brandId) throws SQLException {
    return sum(connection, SUM_PROFILES, "read from the profiles", brandId);
  }

  private static Measurement sum(Connection connection, String sql, String what, long brandId)
      throws SQLException {
    long start = System.nanoTime();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, brandId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Measurement.since(
            start,
            String.format(Locale.ROOT, "%s (%,d purchases)", what, row.getLong(2)),
            1,
            "queries");
      }
    }
  }
}
