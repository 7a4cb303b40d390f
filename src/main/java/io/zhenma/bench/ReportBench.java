package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.zhenma.customer.CustomerProjection;
import io.zhenma.report.ReportKind;
import io.zhenma.report.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Measures reports over whatever the brand's journal holds. */
@ApplicationScoped
class ReportBench {
  private final AgroalDataSource database;
  private final CustomerProjection customers;
  private final Reports reports;

  ReportBench(AgroalDataSource database, CustomerProjection customers, Reports reports) {
    this.database = database;
    this.customers = customers;
    this.reports = reports;
  }

  /** What was measured, with and without an alternative. */
  record Measured(List<Comparison> comparisons, List<Measurement> others) {}

  Measured measure(long brandId) throws SQLException {
    customers.catchUp(brandId);
    Measurement rfm = report(brandId, ReportKind.RFM);
    Measurement region = report(brandId, ReportKind.REGION);
    try (Connection connection = database.getConnection()) {
      return new Measured(
          List.of(
              new Comparison(
                  "RFM report, against SQL straight over the scans",
                  rfm,
                  StraightRfm.report(connection, brandId)),
              new Comparison(
                  "customers' figures, against grouping the scans",
                  StraightRfm.profiles(connection, brandId),
                  StraightRfm.grouped(connection, brandId))),
          List.of(region));
    }
  }

  private Measurement report(long brandId, ReportKind kind) throws SQLException {
    long start = System.nanoTime();
    reports.makeNow(brandId, kind);
    long took = System.nanoTime() - start;
    long rows = rowsOfDone(brandId, kind);
    String what =
        String.format(Locale.ROOT, "%s report kept as a snapshot of %,d rows", kind, rows);
    return new Measurement(what, 1, "reports", took / 1e9, null);
  }

  /** A report that fails says so in the log only. */
  private long rowsOfDone(long brandId, ReportKind kind) throws SQLException {
    String sql =
        "SELECT row_count FROM report_run WHERE brand_id = ? AND kind = ? AND state = 'DONE'"
            + " ORDER BY id DESC LIMIT 1";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, brandId);
      select.setString(2, kind.name());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("the " + kind + " report failed");
        }
        return row.getLong(1);
      }
    }
  }
}
