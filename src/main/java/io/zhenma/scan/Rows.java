package io.zhenma.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows by SQL whose parameters are given in order. */
public final class Rows {
  private Rows() {}

  /** Turns the row at which it stands into a value. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static <T> List<T> list(
      Connection connection, String sql, List<?> values, Reader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
    }
    return rows;
  }

  /** The number in the first column of the only row. */
  public static long count(Connection connection, String sql, List<?> values) throws SQLException {
    return list(connection, sql, values, row -> row.getLong(1)).get(0);
  }
}
