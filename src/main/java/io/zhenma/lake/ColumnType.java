package io.zhenma.lake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBAppender;

/**
 * How a column's values pass from the database to a file and back. In between they are a {@link
 * Long} or a {@link String}, so that both sides can be compared.
 */
enum ColumnType {
  NUMBER("BIGINT") {
    @Override
    Object fromDatabase(ResultSet row, int index, UnaryOperator<String> pseudonym)
        throws SQLException {
      return row.getLong(index);
    }

    @Override
    Object fromFile(ResultSet row, int index) throws SQLException {
      return row.getLong(index);
    }

    @Override
    void append(DuckDBAppender appender, Object value) throws SQLException {
      appender.append(((Long) value).longValue());
    }
  },

  TEXT("VARCHAR") {
    @Override
    Object fromDatabase(ResultSet row, int index, UnaryOperator<String> pseudonym)
        throws SQLException {
      String text = row.getString(index);
      return text == null ? "" : text;
    }
  },

  /** UTC, to the millisecond. */
  TIME("TIMESTAMP") {
    @Override
    Object fromDatabase(ResultSet row, int index, UnaryOperator<String> pseudonym)
        throws SQLException {
      LocalDateTime at = row.getObject(index, LocalDateTime.class);
      return at.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    @Override
    Object fromFile(ResultSet row, int index) throws SQLException {
      return row.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    @Override
    void append(DuckDBAppender appender, Object value) throws SQLException {
      Instant at = Instant.ofEpochMilli((Long) value);
      appender.append(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
  },

  /** A fingerprint of a device, which enters the lake under another name. */
  DEVICE("VARCHAR") {
    @Override
    Object fromDatabase(ResultSet row, int index, UnaryOperator<String> pseudonym)
        throws SQLException {
      return pseudonym.apply(HexFormat.of().formatHex(row.getBytes(index)));
    }
  };

  private final String inFile;

  ColumnType(String inFile) {
    this.inFile = inFile;
  }

  /** The column's type where the file is made. */
  String inFile() {
    return inFile;
  }

  abstract Object fromDatabase(ResultSet row, int index, UnaryOperator<String> pseudonym)
      throws SQLException;

  Object fromFile(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  void append(DuckDBAppender appender, Object value) throws SQLException {
    appender.append((String) value);
  }
}
