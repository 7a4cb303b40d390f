package io.zhenma.report;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.scan.PlaceText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Snapshots as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets show Chinese
 * names).
 */
@ApplicationScoped
class ReportCsv {
  /** What makes Connector/J hand rows over as they come instead of all at once. */
  static final int ROW_BY_ROW = Integer.MIN_VALUE;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
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
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(run.kind == ReportKind.RFM ? RFM : REGION)) {
      select.setFetchSize(ROW_BY_ROW);
      select.setLong(1, run.brandId);
      select.setLong(2, run.id);
      try (ResultSet row = select.executeQuery();
          CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
        if (run.kind == ReportKind.RFM) {
          rfm(row, csv);
        } else {
          regions(row, csv);
        }
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private static void rfm(ResultSet row, CSVPrinter csv) throws SQLException, IOException {
    csv.printRecord(
        "customer", "recency_days", "frequency", "monetary_fen", "r", "f", "m", "segment");
    while (row.next()) {
      csv.printRecord(
          new Fingerprint(row.getBytes(1)),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getInt(5),
          row.getInt(6),
          row.getInt(7),
          row.getString(8));
    }
  }

  private static void regions(ResultSet row, CSVPrinter csv) throws SQLException, IOException {
    csv.printRecord(
        "level", "code", "name_zh", "name_en", "scans", "customers", "genuine_first", "suspect");
    while (row.next()) {
      String code = row.getString(2);
      csv.printRecord(
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
}
