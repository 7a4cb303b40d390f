package io.zhenma.lake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Makes the file of a brand's day and reads it back. */
@ApplicationScoped
class DayWriter {
  private static final String TABLE = "scans";

  /** Rows between two signs of life. */
  private static final int ROWS_A_SIGN = 20_000;

  private final LakeConfig config;
  private final LakeFiles files;
  private final DayRows rows;

  DayWriter(LakeConfig config, LakeFiles files, DayRows rows) {
    this.config = config;
    this.files = files;
    this.rows = rows;
  }

  /** Says now and then that the work goes on; throws when it must not. */
  @FunctionalInterface
  interface SignOfLife {
    void give() throws SQLException;
  }

  /** A complete file under a temporary name, on the disk, that holds just these rows. */
  record Draft(Path file, RowDigest.Sum sum, long bytes, String sha256) {}

  /**
   * Writes a draft.
   *
   * @throws IOException when the file could not be written or reads otherwise than it was written;
   *     no draft is left
   */
  Draft write(LakePart part, SignOfLife alive) throws SQLException, IOException {
    Path draft = files.draft();
    boolean good = false;
    try (Connection duck = Duck.open(config, files.drafts())) {
      RowDigest.Sum written = load(duck, part, alive);
      copy(duck, draft);
      alive.give();
      files.force(draft);
      RowDigest.Sum read = DayRows.fromFile(duck, draft);
      if (!read.equals(written)) {
        throw new IOException("the file of " + part + " reads otherwise than it was written");
      }
      good = true;
      return new Draft(draft, written, Files.size(draft), LakeFiles.sha256(draft));
    } finally {
      if (!good) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private RowDigest.Sum load(Connection duck, LakePart part, SignOfLife alive) throws SQLException {
    try (Statement create = duck.createStatement()) {
      create.execute("CREATE TABLE " + TABLE + " (" + LakeColumn.TABLE + ")");
    }
    LakeColumn[] columns = LakeColumn.values();
    long[] count = new long[1];
    try (DuckDBAppender appender =
        duck.unwrap(DuckDBConnection.class).createAppender("main", TABLE)) {
      return rows.fromDatabase(
          part,
          row -> {
            appender.beginRow();
            for (int i = 0; i < columns.length; i++) {
              columns[i].type().append(appender, row[i]);
            }
            appender.endRow();
            if (++count[0] % ROWS_A_SIGN == 0) {
              alive.give();
            }
          });
    }
  }

  /** In order of time, so that a reader of an hour skips the rest. */
  private static void copy(Connection duck, Path draft) throws SQLException {
    try (Statement copy = duck.createStatement()) {
      copy.execute(
          "COPY (SELECT "
              + LakeColumn.TITLES
              + " FROM "
              + TABLE
              + " ORDER BY scanned_at, lane, seq) TO "
              + Duck.text(draft)
              + " (FORMAT parquet, COMPRESSION zstd)");
    }
  }
}
