package io.zhenma.report;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.csv.CsvTable;
import io.zhenma.scan.PlaceText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Snapshots as CSV. */
@ApplicationScoped
class ReportCsv {
  /** What makes Connector/J hand rows over as they come instead of all at once. */
  static final int ROW_BY_ROW = Integer.MIN_VALUE;

  private static final String[] RFM_COLUMNS = {
    "customer", "recency_days", "frequency", "monetary_fen", "r", "f", "m", "segment"
  };
  private static final String[] REGION_COLUMNS = {
    "level", "code", "name_zh", "name_en", "scans", "customers", "genuine_first", "suspect"
  };
  private static final String RFM =
      "SELECT customer_id, recency_days, frequency, monetary_fen, r, f, m, segment FROM rfm_row"
          + " WHERE brand_id = ? AND run_id = ? ORDER BY customer_id";
  private static final String REGION =
      "SELECT level, code, scans, customers, genuine_first, suspect FROM region_row"
          + " WHERE brand_id = ? AND run_id = ? ORDER BY level DESC, scans DESC, code";

  private final AgroalDataSource database;

  ReportCsv(AgroalDataSource database) {
    this.database = database;
  }

  void write(ReportRun run, OutputStream out) throws IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(run.kind == ReportKind.RFM ? RFM : REGION)) {
      select.setFetchSize(ROW_BY_ROW);
      select.setLong(1, run.brandId);
      select.setLong(2, run.id);
      try (ResultSet row = select.executeQuery();
          CsvTable csv =
              new CsvTable(out, run.kind == ReportKind.RFM ? RFM_COLUMNS : REGION_COLUMNS)) {
        while (row.next()) {
          if (run.kind == ReportKind.RFM) {
            customer(row, csv);
          } else {
            region(row, csv);
          }
        }
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private static void customer(ResultSet row, CsvTable csv) throws SQLException, IOException {
    csv.row(
        new Fingerprint(row.getBytes(1)),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getString(8));
  }

  private static void region(ResultSet row, CsvTable csv) throws SQLException, IOException {
    String code = row.getString(2);
    csv.row(
        row.getString(1),
        code,
        PlaceText.region(code, Locale.CHINESE),
        PlaceText.region(code, Locale.ENGLISH),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }
}
