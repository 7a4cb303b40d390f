package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The table lake_day: which files there are. Platform-wide, as the work on them is. */
@ApplicationScoped
class LakeDays {
  private static final String SELECT =
      "SELECT brand_id, day, part, state, row_count, rows_digest, file_bytes, sha256 FROM lake_day";
  private static final String RECORD =
      "INSERT INTO lake_day (brand_id, day, part, state, row_count, rows_digest, file_bytes, sha256,"
          + " exported_at) VALUES (?, ?, ?, 'VERIFIED', ?, ?, ?, ?, UTC_TIMESTAMP(3))"
          + " ON DUPLICATE KEY UPDATE state = 'VERIFIED', row_count = VALUES(row_count),"
          + " rows_digest = VALUES(rows_digest), file_bytes = VALUES(file_bytes),"
          + " sha256 = VALUES(sha256), exported_at = VALUES(exported_at)";

  private final AgroalDataSource database;

  LakeDays(AgroalDataSource database) {
    this.database = database;
  }

  List<LakeDay> all() throws SQLException {
    List<LakeDay> days = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(SELECT + " ORDER BY day, brand_id, part");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        days.add(day(row));
      }
    }
    return days;
  }

  private static LakeDay day(ResultSet row) throws SQLException {
    return new LakeDay(
        new LakePart(
            row.getLong("brand_id"), row.getObject("day", LocalDate.class), row.getInt("part")),
        LakeState.of(row.getString("state")),
        new RowDigest.Sum(row.getLong("row_count"), row.getString("rows_digest")),
        row.getLong("file_bytes"),
        row.getString("sha256"));
  }

  /** Writes a verified file down, within the caller's transaction. */
  static void record(
      Connection connection, LakePart part, RowDigest.Sum sum, long bytes, String sha256)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
      bind(insert, 1, part);
      insert.setLong(4, sum.rows());
      insert.setString(5, sum.digest());
      insert.setLong(6, bytes);
      insert.setString(7, sha256);
      insert.executeUpdate();
    }
  }

  /** A file whose rows the database has can be made again; another has to come from a backup. */
  void markDamaged(LakePart part) throws SQLException {
    String sql =
        "UPDATE lake_day SET state = 'DAMAGED'"
            + " WHERE brand_id = ? AND day = ? AND part = ? AND state = 'VERIFIED'";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, 1, part);
      update.executeUpdate();
    }
  }

  /** Notes, before a partition is dropped, which files will be all there is of it. */
  void markLeaving(List<LakePart> parts, String week) throws SQLException {
    String sql =
        "UPDATE lake_day SET state = 'LEAVING', week = ?"
            + " WHERE brand_id = ? AND day = ? AND part = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (LakePart part : parts) {
        update.setString(1, week);
        bind(update, 2, part);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Settles files that were leaving with a partition: it is gone, or it stayed after all. */
  int settle(String week, boolean gone) throws SQLException {
    String sql = "UPDATE lake_day SET state = ?, week = ? WHERE state = 'LEAVING' AND week = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, (gone ? LakeState.DROPPED : LakeState.VERIFIED).name());
      update.setString(2, gone ? week : "");
      update.setString(3, week);
      return update.executeUpdate();
    }
  }

  /** The partitions that files are leaving with: one, after a crash, or none. */
  List<String> leavingWeeks() throws SQLException {
    List<String> weeks = new ArrayList<>();
    String sql = "SELECT DISTINCT week FROM lake_day WHERE state = 'LEAVING'";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        weeks.add(row.getString(1));
      }
    }
    return weeks;
  }

  private static void bind(PreparedStatement statement, int first, LakePart part)
      throws SQLException {
    statement.setLong(first, part.brandId());
    statement.setObject(first + 1, part.day());
    statement.setInt(first + 2, part.part());
  }
}
