package io.zhenma.foreign;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an import writes row by row: codes, refusals, progress. */
final class ForeignRows {
  private static final String SELECT =
      "SELECT code_hash FROM foreign_code WHERE brand_id = ? AND code_hash IN (";
  private static final String INSERT_CODE =
      "INSERT INTO foreign_code (brand_id, code_hash, import_id, group_number, item_number, code)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String INSERT_REFUSAL =
      "INSERT INTO code_import_refusal (brand_id, import_id, line, value, reason, other_line)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String PROGRESS =
      "UPDATE code_import SET read_bytes = ?, rows_read = ?, accepted = ?, refused = ?,"
          + " seen_at = UTC_TIMESTAMP(3) WHERE id = ? AND state = 'RUNNING'";
  private static final String IN_OTHER_CASE =
      "SELECT 1 FROM code_import WHERE brand_id = ? AND state = 'DONE' AND check_only = FALSE"
          + " AND ignore_case <> ? LIMIT 1";
  private static final String DELETE =
      "DELETE FROM foreign_code WHERE brand_id = ? AND import_id = ? LIMIT ?";

  private ForeignRows() {}

  /** A code and its place. */
  record Placed(ImportRow.Candidate row, int group, int item) {}

  /** Which of these hashes the brand's codes have. */
  static Set<ByteBuffer> existing(Connection connection, long brandId, List<byte[]> hashes)
      throws SQLException {
    Set<ByteBuffer> found = new HashSet<>();
    if (hashes.isEmpty()) {
      return found;
    }
    String sql = SELECT + "?, ".repeat(hashes.size() - 1) + "?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, brandId);
      for (int i = 0; i < hashes.size(); i++) {
        select.setBytes(i + 2, hashes.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(ByteBuffer.wrap(row.getBytes(1)));
        }
      }
    }
    return found;
  }

  /** Whether an earlier import of the brand treats case the other way. */
  static boolean hasOtherCase(Connection connection, long brandId, boolean ignoreCase)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(IN_OTHER_CASE)) {
      select.setLong(1, brandId);
      select.setBoolean(2, ignoreCase);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static void insert(Connection connection, ImportJob job, List<Placed> codes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CODE)) {
      for (Placed code : codes) {
        insert.setLong(1, job.brandId());
        insert.setBytes(2, code.row().hash());
        insert.setLong(3, job.id());
        insert.setInt(4, code.group());
        insert.setInt(5, code.item());
        insert.setString(6, code.row().code().text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static void insertRefusals(Connection connection, ImportJob job, List<ImportRow.Refused> refusals)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_REFUSAL)) {
      for (ImportRow.Refused refusal : refusals) {
        insert.setLong(1, job.brandId());
        insert.setLong(2, job.id());
        insert.setInt(3, refusal.line());
        insert.setString(4, refusal.value());
        insert.setString(5, refusal.fault().slug());
        if (refusal.otherLine().isPresent()) {
          insert.setInt(6, refusal.otherLine().getAsInt());
        } else {
          insert.setNull(6, Types.INTEGER);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Notes progress, and holds the import's row until the commit, so that nobody ends it in between.
   *
   * @throws CancelledException when somebody has ended it
   */
  static void progress(Connection connection, long importId, ImportCounts counts)
      throws SQLException, CancelledException {
    try (PreparedStatement update = connection.prepareStatement(PROGRESS)) {
      update.setLong(1, counts.bytes());
      update.setInt(2, counts.rows());
      update.setInt(3, counts.accepted());
      update.setInt(4, counts.refused());
      update.setLong(5, importId);
      if (update.executeUpdate() != 1) {
        throw new CancelledException();
      }
    }
  }

  /** Deletes at most {@code most} codes of an import that came to nothing; says how many. */
  static int delete(Connection connection, long brandId, long importId, int most)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setLong(1, brandId);
      delete.setLong(2, importId);
      delete.setInt(3, most);
      return delete.executeUpdate();
    }
  }
}
