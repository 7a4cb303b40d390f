package io.zhenma.scan;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a statement's parameters one after the other. */
final class Values {
  private final PreparedStatement statement;
  private int next = 1;

  Values(PreparedStatement statement) {
    this.statement = statement;
  }

  Values add(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  Values add(int value) throws SQLException {
    statement.setInt(next++, value);
    return this;
  }

  Values add(double value) throws SQLException {
    statement.setDouble(next++, value);
    return this;
  }

  Values addNullable(@Nullable Double value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.DOUBLE);
      return this;
    }
    return add(value.doubleValue());
  }

  Values add(String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  Values add(byte[] value) throws SQLException {
    statement.setBytes(next++, value);
    return this;
  }

  /** As 16 bytes. */
  Values add(@Nullable UUID value) throws SQLException {
    statement.setBytes(next++, value == null ? null : Sql.bytes(value));
    return this;
  }

  /** As UTC DATETIME(3). */
  Values add(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.TIMESTAMP);
    } else {
      statement.setObject(next++, Sql.utc(value));
    }
    return this;
  }
}
