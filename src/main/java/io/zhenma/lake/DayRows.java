package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.Fingerprinter;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/** Reads a day's scans row by row, from the database or from a file, in the lake's columns. */
@ApplicationScoped
class DayRows {
  /** What a device's name in the lake is made of: known in the database, it can be made again. */
  private static final String PSEUDONYM = "lake-device";

  private static final LakeColumn[] COLUMNS = LakeColumn.values();

  private final AgroalDataSource database;
  private final BrandKeys keys;

  DayRows(AgroalDataSource database, BrandKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Takes the rows one after the other; the array is used again. */
  @FunctionalInterface
  interface Sink {
    void accept(Object[] row) throws SQLException;
  }

  /** Streams a brand's day out of the database, as one statement sees it. */
  RowDigest.Sum fromDatabase(LakePart part, Sink sink) throws SQLException {
    Fingerprinter fingerprinter = keys.fingerprinter(part.brandId());
    UnaryOperator<String> pseudonym = device -> fingerprinter.of(PSEUDONYM, device).toString();
    RowDigest digest = new RowDigest();
    Object[] values = new Object[COLUMNS.length];
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                LakeColumn.FROM_DATABASE,
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
      // The driver's way to say: row by row, not all into memory
      select.setFetchSize(Integer.MIN_VALUE);
      select.setLong(1, part.brandId());
      select.setObject(2, part.from());
      select.setObject(3, part.to());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = COLUMNS[i].type().fromDatabase(row, i + 1, pseudonym);
          }
          digest.add(values);
          sink.accept(values);
        }
      }
    }
    return digest.sum();
  }

  /** Reads a file of the lake. */
  static RowDigest.Sum fromFile(Connection duck, Path file) throws SQLException {
    RowDigest digest = new RowDigest();
    Object[] values = new Object[COLUMNS.length];
    try (Statement select = duck.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT "
                    + LakeColumn.TITLES
                    + " FROM read_parquet("
                    + Duck.text(file)
                    + ", hive_partitioning = false)")) {
      while (row.next()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = COLUMNS[i].type().fromFile(row, i + 1);
        }
        digest.add(values);
      }
    }
    return digest.sum();
  }
}
