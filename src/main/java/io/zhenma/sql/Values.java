package io.zhenma.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a statement's parameters one after the other. */
public final class Values {
  private final PreparedStatement statement;
  private int next = 1;

  public Values(PreparedStatement statement) {
    this.statement = statement;
  }

  public Values add(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  public Values add(int value) throws SQLException {
    statement.setInt(next++, value);
    return this;
  }

  public Values add(double value) throws SQLException {
    statement.setDouble(next++, value);
    return this;
  }

  public Values addNullable(@Nullable Double value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.DOUBLE);
      return this;
    }
    return add(value.doubleValue());
  }

  public Values add(String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  public Values add(byte[] value) throws SQLException {
    statement.setBytes(next++, value);
    return this;
  }

  /** As 16 bytes. */
  public Values add(@Nullable UUID value) throws SQLException {
    statement.setBytes(next++, value == null ? null : Sql.bytes(value));
    return this;
  }

  /** As UTC DATETIME(3). */
  public Values add(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(next++, Types.TIMESTAMP);
    } else {
      statement.setObject(next++, Sql.utc(value));
    }
    return this;
  }
}
