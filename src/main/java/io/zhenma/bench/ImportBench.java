package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.zhenma.foreign.ForeignImports;
import io.zhenma.issuing.BatchView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Codes of an earlier system: a list imported whole, against a look-up and a row a transaction. */
@ApplicationScoped
class ImportBench {
  static final String DROP = "DROP TABLE IF EXISTS bench_foreign_code";

  private static final long NOBODY = 0;
  private static final String CREATE =
      "CREATE TABLE bench_foreign_code (id BIGINT NOT NULL AUTO_INCREMENT, brand_id BIGINT NOT NULL,"
          + " code VARCHAR(500) NOT NULL, batch_number INT NOT NULL, item_number INT NOT NULL,"
          + " PRIMARY KEY (id), UNIQUE KEY bench_foreign_code_code (brand_id, code))"
          + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
  private static final String FIND =
      "SELECT 1 FROM bench_foreign_code WHERE brand_id = ? AND code = ?";
  private static final String INSERT =
      "INSERT INTO bench_foreign_code (brand_id, code, batch_number, item_number)"
          + " VALUES (?, ?, ?, ?)";

  private final AgroalDataSource database;
  private final ForeignImports imports;

  ImportBench(AgroalDataSource database, ForeignImports imports) {
    this.database = database;
    this.imports = imports;
  }

  Comparison measure(BatchView batch, BenchParameters parameters) throws IOException, SQLException {
    Path list = list(parameters.codeRows());
    try {
      return new Comparison(
          "codes of an earlier system imported, against a transaction a row",
          imported(batch, list),
          stored(batch, parameters.codeEntities(), parameters.deadline()));
    } finally {
      Files.delete(list);
    }
  }

  /** A list of addresses such as short links are: no order in them. */
  private static Path list(int rows) throws IOException {
    Path list = Files.createTempFile("zhenma-bench", ".csv");
    try (BufferedWriter csv = Files.newBufferedWriter(list)) {
      csv.write("code\r\n");
      for (int i = 0; i < rows; i++) {
        csv.write(address());
        csv.write("\r\n");
      }
    }
    return list;
  }

  private static String address() {
    return "http://old.example.cn/p?id=" + CodeRows.randomSerial();
  }

  private Measurement imported(BatchView batch, Path list) throws IOException {
    String gtin = batch.product().gtin();
    long start = System.nanoTime();
    try (InputStream csv = Files.newInputStream(list)) {
      ForeignImports.Imported done =
          imports.importNow(batch.brandId(), NOBODY, gtin, "OLD", batch.producedOn(), csv);
      String what = "a list: parsed, checked, stored, visible at once";
      return Measurement.since(start, what, done.accepted(), "codes");
    }
  }

  private Measurement stored(BatchView batch, int count, Instant deadline) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(DROP);
        statement.execute(CREATE);
      }
      long start = System.nanoTime();
      int stored = 0;
      while (stored < count && Instant.now().isBefore(deadline)) {
        store(connection, batch, stored++, address());
      }
      return Measurement.since(start, "a look-up and a transaction a row", stored, "codes");
    }
  }

  private static void store(Connection connection, BatchView batch, int item, String code)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      find.setLong(1, batch.brandId());
      find.setString(2, code);
      try (ResultSet row = find.executeQuery()) {
        if (row.next()) {
          return;
        }
      }
      insert.setLong(1, batch.brandId());
      insert.setString(2, code);
      insert.setInt(3, batch.number());
      insert.setInt(4, item);
      insert.executeUpdate();
    }
  }
}
