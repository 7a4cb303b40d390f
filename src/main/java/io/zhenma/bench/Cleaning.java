package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes away all that benchmarks left in the database. */
@ApplicationScoped
class Cleaning {
  private static final int ROWS_A_STATEMENT = 10_000;

  /**
   * These first: projections read the journal and hold their position while they write, so that
   * once the positions are gone nobody writes for the brand any more.
   */
  private static final List<String> FIRST =
      List.of("scan", "journal_lane", "projection_position", "parked_event");

  private final AgroalDataSource database;

  Cleaning(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Deletes the brands of this and earlier runs, whatever belongs to them, and the tables of the
   * alternatives.
   *
   * @return number of brands deleted
   */
  int clean() throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<Long> brands = brands(connection);
      for (long brand : brands) {
        for (String table : tables(connection)) {
          delete(connection, table, "brand_id", brand);
        }
        delete(connection, "brand", "id", brand);
      }
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "DELETE FROM user_agent WHERE header LIKE '%" + ScanLoad.AGENT + "%'");
        statement.execute(CodeRows.DROP);
        statement.execute(ImportBench.DROP);
        statement.execute(StraightRfm.DROP);
      }
      return brands.size();
    }
  }

  private static List<Long> brands(Connection connection) throws SQLException {
    String sql = "SELECT id FROM brand WHERE name = ? AND slug REGEXP ?";
    List<Long> brands = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, BenchBrand.NAME);
      select.setString(2, "^" + BenchBrand.SLUG + "[0-9a-f]{16}$");
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          brands.add(row.getLong(1));
        }
      }
    }
    return brands;
  }

  /** Every table that has rows of brands, so that later ones are not forgotten. */
  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> tables = new LinkedHashSet<>(FIRST);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND column_name = 'brand_id'")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static void delete(Connection connection, String table, String column, long brand)
      throws SQLException {
    String sql = "DELETE FROM " + table + " WHERE " + column + " = ? LIMIT " + ROWS_A_STATEMENT;
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, brand);
      int deleted;
      do {
        deleted = delete.executeUpdate();
      } while (deleted == ROWS_A_STATEMENT);
    }
  }
}
