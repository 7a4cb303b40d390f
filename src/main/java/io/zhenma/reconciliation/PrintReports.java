package io.zhenma.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.zhenma.issuing.BatchRows;
import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.RangeMap;
import io.zhenma.issuing.RangeTable;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The reports of printing houses: tables print_report and printed_range. */
@ApplicationScoped
class PrintReports {
  static final RangeTable<PrintState> RANGES = new RangeTable<>("printed_range", PrintState.class);

  private static final int LONGEST_REFERENCE = 100;
  private static final String COLUMNS =
      "reference, printed_items, reprinted_items, spoiled_items, user_id, at";

  private final AgroalDataSource database;
  private final AuditLog audit;
  private final Users users;

  PrintReports(AgroalDataSource database, AuditLog audit, Users users) {
    this.database = database;
    this.audit = audit;
    this.users = users;
  }

  /**
   * Takes a report: as a whole, or not at all.
   *
   * @param reference the printing house's own name of it; the same one counts once a batch
   * @throws ProblemException conflict for a draft, a reference that is known, or items beyond the
   *     batch
   */
  @Transactional
  PrintReport take(long brandId, long userId, int batch, String reference, Printed printed)
      throws SQLException {
    String name = FieldRule.plainText("reference", reference, LONGEST_REFERENCE);
    try (Connection connection = database.getConnection()) {
      requireIssued(connection, brandId, batch);
      if (isKnown(connection, brandId, batch, name)) {
        throw ProblemException.conflict(ProblemType.CONFLICT, "reference", "print-report-known");
      }
      RangeMap<PrintState> before = RANGES.around(connection, brandId, batch, printed.all());
      RANGES.write(connection, brandId, batch, before, printed.after(before));
      PrintReport report =
          new PrintReport(
              name,
              printed.items().count(),
              printed.again(before).count(),
              printed.spoiled().count(),
              users.name(userId),
              Instant.now().truncatedTo(ChronoUnit.MILLIS));
      insert(connection, brandId, userId, batch, report);
      audit.record(
          brandId,
          userId,
          "print-reported",
          "batch:" + batch,
          report.printed() + " items: " + name);
      return report;
    }
  }

  private static void requireIssued(Connection connection, long brandId, int batch)
      throws SQLException {
    BatchRows.Locked row =
        BatchRows.lock(connection, brandId, batch)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    if (row.state() == BatchState.CREATED) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "batch-not-issued");
    }
  }

  private static boolean isKnown(Connection connection, long brandId, int batch, String reference)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM print_report"
                + " WHERE brand_id = ? AND batch_number = ? AND reference = ?")) {
      select.setLong(1, brandId);
      select.setInt(2, batch);
      select.setString(3, reference);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void insert(
      Connection connection, long brandId, long userId, int batch, PrintReport report)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO print_report (brand_id, batch_number, "
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, brandId);
      insert.setInt(2, batch);
      insert.setString(3, report.reference());
      insert.setLong(4, report.printed());
      insert.setLong(5, report.reprinted());
      insert.setLong(6, report.spoiled());
      insert.setLong(7, userId);
      insert.setObject(8, LocalDateTime.ofInstant(report.at(), ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** The reports of a batch, the newest first; at most 200. */
  @Transactional
  List<PrintReport> of(long brandId, int batch) throws SQLException {
    List<PrintReport> reports = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + COLUMNS
                    + " FROM print_report WHERE brand_id = ? AND batch_number = ?"
                    + " ORDER BY id DESC LIMIT 200")) {
      select.setLong(1, brandId);
      select.setInt(2, batch);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reports.add(
              new PrintReport(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  users.name(row.getLong(5)),
                  row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        }
      }
    }
    return reports;
  }
}
