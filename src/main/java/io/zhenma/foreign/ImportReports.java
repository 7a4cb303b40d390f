package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import io.zhenma.csv.CsvTable;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an import made and what it refused, for people. */
@ApplicationScoped
class ImportReports {
  private static final int ROW_BY_ROW = Integer.MIN_VALUE;

  private static final String REFUSALS =
      "SELECT line, value, reason, other_line FROM code_import_refusal"
          + " WHERE brand_id = ? AND import_id = ? ORDER BY line";
  private static final String BATCHES =
      "SELECT batch_number, gtin, lot, expires_on, quantity FROM foreign_group"
          + " WHERE brand_id = ? AND import_id = ? ORDER BY group_number";

  private final AgroalDataSource database;
  private final ProblemTexts texts;

  ImportReports(AgroalDataSource database, ProblemTexts texts) {
    this.database = database;
    this.texts = texts;
  }

  /**
   * A line that was not taken.
   *
   * @param value its code, cut and without what can't be seen
   * @param reason stable slug
   * @param message in the reader's language
   * @param otherLine the line that has the same code, where that is the reason
   */
  record Refusal(
      int line, String value, String reason, String message, @Nullable Integer otherLine) {}

  List<CodeImportView.Made> batches(long brandId, long importId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = select(connection, BATCHES, brandId, importId);
        ResultSet row = select.executeQuery()) {
      List<CodeImportView.Made> made = new ArrayList<>();
      while (row.next()) {
        made.add(
            new CodeImportView.Made(
                row.getObject("batch_number", Integer.class),
                row.getString("gtin"),
                row.getString("lot"),
                row.getObject("expires_on", LocalDate.class),
                row.getInt("quantity")));
      }
      return made;
    }
  }

  Page<Refusal> refusals(CodeImport of, Page.Request wanted, Locale locale) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            select(connection, REFUSALS + " LIMIT ? OFFSET ?", of.brandId, of.id)) {
      select.setInt(3, wanted.size());
      select.setLong(4, wanted.offset());
      List<Refusal> items = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items.add(refusal(row, locale));
        }
      }
      return wanted.of(items, of.refused);
    }
  }

  /** Streamed. */
  void csv(CodeImport of, Locale locale, OutputStream out) throws IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = select(connection, REFUSALS, of.brandId, of.id)) {
      select.setFetchSize(ROW_BY_ROW);
      try (ResultSet row = select.executeQuery();
          CsvTable csv = new CsvTable(out, "line", "code", "reason", "explanation")) {
        while (row.next()) {
          Refusal refusal = refusal(row, locale);
          csv.row(refusal.line(), refusal.value(), refusal.reason(), refusal.message());
        }
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private Refusal refusal(ResultSet row, Locale locale) throws SQLException {
    String reason = row.getString("reason");
    Integer otherLine = row.getObject("other_line", Integer.class);
    String message =
        texts.words(locale, "import-line." + reason, otherLine == null ? 0 : otherLine);
    return new Refusal(row.getInt("line"), row.getString("value"), reason, message, otherLine);
  }

  private static PreparedStatement select(
      Connection connection, String sql, long brandId, long importId) throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setLong(1, brandId);
    select.setLong(2, importId);
    return select;
  }
}
