package io.zhenma.tenancy;

import io.zhenma.csv.HarmlessCell;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * The audit log as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, read page by page,
 * so that no connection waits for a slow reader. The last lines tell what was asked for and how
 * many rows there are: a file without them is not whole.
 */
@ApplicationScoped
class AuditCsv {
  static final int MOST_ROWS = 100_000;
  private static final int AT_A_TIME = 500;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final AuditRows rows;

  AuditCsv(AuditRows rows) {
    this.rows = rows;
  }

  void write(AuditQuery query, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    CSVFormat format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
    try (CSVPrinter csv = new CSVPrinter(writer, format)) {
      csv.printRecord(
          "at", "last_at", "times", "refused", "person", "user_id", "action", "subject", "detail",
          "network");
      int written = entries(query, csv);
      csv.printRecord("period", period(query));
      csv.printRecord("filters", HarmlessCell.of(query.text()));
      csv.printRecord("rows", written);
      csv.printRecord("complete", written < MOST_ROWS ? "yes" : "no, only the newest");
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private int entries(AuditQuery query, CSVPrinter csv) throws IOException, SQLException {
    int written = 0;
    Optional<AuditCursor> before = Optional.empty();
    List<AuditView> page;
    do {
      page = rows.read(query, before, Math.min(AT_A_TIME, MOST_ROWS - written));
      for (AuditView entry : page) {
        csv.printRecord((Object[]) record(entry));
        before = Optional.of(entry.cursor());
      }
      written += page.size();
    } while (page.size() == AT_A_TIME && written < MOST_ROWS);
    return written;
  }

  private static String[] record(AuditView entry) {
    return new String[] {
      entry.at().toString(),
      text(entry.lastAt()),
      Integer.toString(entry.times()),
      Boolean.toString(entry.refused()),
      HarmlessCell.of(entry.person() == null ? "" : entry.person()),
      text(entry.userId()),
      entry.action(),
      HarmlessCell.of(entry.subject()),
      HarmlessCell.of(entry.detail()),
      entry.network()
    };
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String period(AuditQuery query) {
    String from = query.from().map(Object::toString).orElse("the beginning");
    String until = query.until().map(Object::toString).orElse(Instant.now().toString());
    return from + " to " + until + " (" + query.zone() + ")";
  }
}
