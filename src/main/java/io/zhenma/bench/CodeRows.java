package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The alternative to computed codes: a row a code, in a table that stands only while it is
 * measured. The rows' serials are random, so that nothing but storing is paid for.
 */
@ApplicationScoped
class CodeRows {
  static final int ROWS_A_STATEMENT = 1_000;
  static final String DROP = "DROP TABLE IF EXISTS bench_code";

  private static final String CREATE =
      "CREATE TABLE bench_code (id BIGINT NOT NULL AUTO_INCREMENT, brand_id BIGINT NOT NULL,"
          + " batch_number INT NOT NULL, item_number INT NOT NULL, kind VARCHAR(8) NOT NULL,"
          + " serial CHAR(20) NOT NULL, created_at DATETIME(3) NOT NULL, PRIMARY KEY (id),"
          + " UNIQUE KEY bench_code_serial (brand_id, serial)) CHARACTER SET ascii";
  private static final String INSERT =
      "INSERT INTO bench_code (brand_id, batch_number, item_number, kind, serial, created_at) VALUES ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?)";
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SERIAL_LENGTH = 20;

  private final AgroalDataSource database;

  CodeRows(AgroalDataSource database) {
    this.database = database;
  }

  void createTable() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(DROP);
      statement.execute(CREATE);
    }
  }

  /** Stores codes, 1,000 to a statement and transaction; {@code count} is rounded up to that. */
  Measurement store(long brandId, int count, Instant deadline) throws SQLException {
    String sql = INSERT + (ROW + ", ").repeat(ROWS_A_STATEMENT - 1) + ROW;
    long start = System.nanoTime();
    int stored = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      while (stored < count && Instant.now().isBefore(deadline)) {
        bind(insert, brandId, stored);
        stored += insert.executeUpdate();
      }
    }
    return Measurement.since(start, "a row a code, 1,000 a statement", stored, "codes");
  }

  private static void bind(PreparedStatement insert, long brandId, int first) throws SQLException {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    int index = 1;
    for (int item = first; item < first + ROWS_A_STATEMENT; item++) {
      insert.setLong(index++, brandId);
      insert.setInt(index++, 1);
      insert.setInt(index++, item);
      insert.setString(index++, CodeKind.INNER.name());
      insert.setString(index++, randomSerial());
      insert.setObject(index++, now);
    }
  }

  static String randomSerial() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder serial = new StringBuilder(SERIAL_LENGTH);
    for (int i = 0; i < SERIAL_LENGTH; i++) {
      serial.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return serial.toString();
  }
}
