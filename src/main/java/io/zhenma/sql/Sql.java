package io.zhenma.sql;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose parameters are given in order, and how values stand in columns: instants as UTC
 * DATETIME(3), UUIDs as 16 bytes.
 */
public final class Sql {
  private static final int UUID_BYTES = 16;

  private Sql() {}

  /** Turns the row at which it stands into a value. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static <T> List<T> list(
      Connection connection, String sql, List<? extends @Nullable Object> values, Reader<T> reader)
      throws SQLException {
    try (PreparedStatement select = prepared(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    }
  }

  /** The number in the first column of the only row. */
  public static long count(
      Connection connection, String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    return list(connection, sql, values, row -> row.getLong(1)).get(0);
  }

  /**
   * @return the affected rows; of an INSERT that met its duplicate and changed it, 2
   */
  public static int update(
      Connection connection, String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    try (PreparedStatement update = prepared(connection, sql, values)) {
      return update.executeUpdate();
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      @Nullable Object value = values.get(i);
      statement.setObject(i + 1, value instanceof Instant instant ? utc(instant) : value);
    }
    return statement;
  }

  public static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }

  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  public static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  public static void setDouble(PreparedStatement statement, int index, @Nullable Double value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.DOUBLE);
    } else {
      statement.setDouble(index, value);
    }
  }

  /** {@code (?, ?), (?, ?)}: {@code count} rows of {@code columns} parameters. */
  public static String rows(int count, int columns) {
    String row = "(" + "?, ".repeat(columns - 1) + "?)";
    return (row + ", ").repeat(count - 1) + row;
  }

  /**
   * How many values a statement for so many is made for: the next power of two, so that few
   * statements need to be prepared; the last value is repeated in the places left.
   */
  public static int padded(int count) {
    return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
  }
}
