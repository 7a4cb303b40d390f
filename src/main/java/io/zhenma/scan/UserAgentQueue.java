package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.device.DeviceTraits;
import io.zhenma.device.Reading;
import io.zhenma.device.UserAgent;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The User-Agents that wait to be read, in the table user_agent. No connection is held while one is
 * read.
 */
@ApplicationScoped
class UserAgentQueue {
  private static final int AT_ONCE = 50;

  /** So often a process may have ended before it said what became of a header. */
  private static final int MOST_ATTEMPTS = 3;

  private static final String CRASH = "CRASH";

  private static final String FRESH =
      "SELECT id, header FROM user_agent WHERE parsed_at IS NULL AND attempts = 0 LIMIT " + AT_ONCE;

  /** One whose reader has not come back goes alone: others shall not be taken for it. */
  private static final String TRIED =
      "SELECT id, header FROM user_agent WHERE parsed_at IS NULL AND attempts > 0 AND attempts < "
          + MOST_ATTEMPTS
          + " AND tried_at < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE LIMIT 1";

  private static final String PARK_CRASHED =
      "UPDATE user_agent SET parsed_at = UTC_TIMESTAMP(3), extent = '"
          + CRASH
          + "' WHERE parsed_at IS NULL AND attempts >= "
          + MOST_ATTEMPTS
          + " AND tried_at < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE";

  private static final String SAVE =
      "UPDATE user_agent SET parsed_at = ?, device_class = ?, brand = ?, model = ?, os_name = ?,"
          + " os_version = ?, browser = ?, browser_version = ?, host_app = ?, network_type = ?,"
          + " robot = ?, extent = ? WHERE id = ?";

  private final AgroalDataSource database;

  UserAgentQueue(AgroalDataSource database) {
    this.database = database;
  }

  /** A header that waits. */
  record Row(long id, UserAgent agent) {}

  /** One that was read. */
  record Read(long id, Reading reading) {}

  /** Takes some that wait, and marks that they are being tried. */
  List<Row> take() throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<Row> rows = rows(connection, FRESH);
      if (rows.isEmpty()) {
        Sql.update(connection, PARK_CRASHED, List.of());
        rows = rows(connection, TRIED);
      }
      mark(connection, rows, "attempts = attempts + 1, tried_at = UTC_TIMESTAMP(3)");
      return rows;
    }
  }

  /** Gives back what was taken and not tried. */
  void giveBack(List<Row> untried) throws SQLException {
    try (Connection connection = database.getConnection()) {
      mark(connection, untried, "attempts = attempts - 1");
    }
  }

  private static List<Row> rows(Connection connection, String sql) throws SQLException {
    return Sql.list(
        connection,
        sql,
        List.of(),
        row -> new Row(row.getLong(1), new UserAgent(row.getString(2))));
  }

  private static void mark(Connection connection, List<Row> rows, String change)
      throws SQLException {
    if (!rows.isEmpty()) {
      String ids = String.join(", ", Collections.nCopies(rows.size(), "?"));
      Sql.update(
          connection,
          "UPDATE user_agent SET " + change + " WHERE parsed_at IS NULL AND id IN (" + ids + ")",
          rows.stream().map(Row::id).sorted().toList());
    }
  }

  /** Writes down what was read, in one order everywhere. */
  void save(List<Read> all) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      for (Read read : all.stream().sorted(Comparator.comparingLong(Read::id)).toList()) {
        DeviceTraits traits = read.reading().traits();
        save.setObject(1, Sql.utc(Instant.now()));
        save.setString(2, cut(traits.deviceClass(), 40));
        save.setString(3, cut(traits.brand(), 60));
        save.setString(4, cut(traits.model(), 100));
        save.setString(5, cut(traits.osName(), 40));
        save.setString(6, cut(traits.osVersion(), 40));
        save.setString(7, cut(traits.browser(), 60));
        save.setString(8, cut(traits.browserVersion(), 40));
        save.setString(9, traits.hostApp().name());
        save.setString(10, traits.networkType().name());
        save.setBoolean(11, traits.robot());
        save.setString(12, read.reading().extent().name());
        save.setLong(13, read.id());
        save.addBatch();
      }
      save.executeBatch();
    }
  }

  /** Counts those put aside. */
  long parked() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.count(
          connection,
          "SELECT COUNT(*) FROM user_agent WHERE extent IN ('TIME', 'ERROR', 'CRASH')",
          List.of());
    }
  }

  /** Lets those put aside be tried again; returns how many. */
  int retryParked() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.update(
          connection,
          "UPDATE user_agent SET parsed_at = NULL, attempts = 0, extent = NULL"
              + " WHERE extent IN ('TIME', 'ERROR', 'CRASH')",
          List.of());
    }
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, half ? longest - 1 : longest);
  }
}
