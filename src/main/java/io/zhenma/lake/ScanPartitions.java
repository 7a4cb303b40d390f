package io.zhenma.lake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The partitions of the table scan, one a week and a last one for all that comes later. Statements
 * here wait for the table at most some seconds, since scans wait behind them meanwhile.
 */
final class ScanPartitions implements AutoCloseable {
  private static final String LATER = "later";
  private static final int LOCK_WAIT_SECONDS = 3;

  private final Connection connection;

  ScanPartitions(Connection connection) throws SQLException {
    this.connection = connection;
    execute("SET SESSION lock_wait_timeout = " + LOCK_WAIT_SECONDS);
  }

  /** The weeks that have partitions, the oldest first; that one also holds what is older. */
  List<Week> weeks() throws SQLException {
    List<Week> weeks = new ArrayList<>();
    String sql =
        "SELECT PARTITION_NAME, PARTITION_DESCRIPTION FROM information_schema.PARTITIONS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'scan' AND PARTITION_NAME <> ?"
            + " ORDER BY PARTITION_ORDINAL_POSITION";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, LATER);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          weeks.add(new Week(row.getString(1), day(row.getString(2))));
        }
      }
    }
    return weeks;
  }

  /** The bound is written as {@code '2026-11-30 00:00:00'}, quotes included. */
  private static LocalDate day(String bound) {
    return LocalDate.parse(bound.replace("'", "").substring(0, 10));
  }

  /** The day of the oldest scan that has no week of its own. */
  Optional<LocalDate> oldestLater() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery("SELECT MIN(scanned_at) FROM scan PARTITION (" + LATER + ")")) {
      row.next();
      return Optional.ofNullable(row.getObject(1, LocalDateTime.class))
          .map(LocalDateTime::toLocalDate);
    }
  }

  /** Splits weeks off the last partition; the scans in it are moved to where they belong. */
  void add(List<Week> weeks) throws SQLException {
    reorganise(LATER, weeks, "PARTITION " + LATER + " VALUES LESS THAN (MAXVALUE)");
  }

  /** Splits earlier weeks off the oldest week's partition, which held them until now. */
  void split(Week oldest, List<Week> earlier) throws SQLException {
    reorganise(oldest.name(), earlier, oldest.definition());
  }

  private void reorganise(String partition, List<Week> weeks, String rest) throws SQLException {
    execute(
        weeks.stream()
            .map(Week::definition)
            .collect(
                Collectors.joining(
                    ", ",
                    "ALTER TABLE scan REORGANIZE PARTITION " + partition + " INTO (",
                    ", " + rest + ")")));
  }

  /** A brand's days in a week's partition and how many scans each has. */
  List<DayCount> days(Week week) throws SQLException {
    List<DayCount> days = new ArrayList<>();
    String sql =
        "SELECT brand_id, DATE(scanned_at) AS day, COUNT(*) FROM scan PARTITION ("
            + week.name()
            + ") GROUP BY brand_id, DATE(scanned_at) ORDER BY brand_id, day";
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      while (row.next()) {
        days.add(new DayCount(row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3)));
      }
    }
    return days;
  }

  record DayCount(long brandId, LocalDate day, long rows) {}

  /** How far each lane reaches in a week's partition. Numbers of a lane only grow. */
  List<LaneEnd> laneEnds(Week week) throws SQLException {
    List<LaneEnd> ends = new ArrayList<>();
    String sql =
        "SELECT brand_id, lane, MAX(seq) FROM scan PARTITION ("
            + week.name()
            + ") GROUP BY brand_id, lane ORDER BY brand_id, lane";
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      while (row.next()) {
        ends.add(new LaneEnd(row.getLong(1), row.getInt(2), row.getLong(3)));
      }
    }
    return ends;
  }

  record LaneEnd(long brandId, int lane, long seq) {}

  /**
   * Drops a week's partition, unless a scan came to it since its lanes ended so. Scans wait for the
   * moment that this takes.
   *
   * @return whether it was dropped
   */
  boolean drop(Week week, List<LaneEnd> ends) throws SQLException {
    execute("LOCK TABLES scan WRITE");
    try {
      if (!laneEnds(week).equals(ends)) {
        return false;
      }
      execute("ALTER TABLE scan DROP PARTITION " + week.name());
      return true;
    } finally {
      execute("UNLOCK TABLES");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Leaves the connection, which others use next, as it was. */
  @Override
  public void close() throws SQLException {
    execute("SET SESSION lock_wait_timeout = @@global.lock_wait_timeout");
  }
}
