package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.device.DeviceTraits;
import io.zhenma.device.UserAgent;
import io.zhenma.device.UserAgentParser;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Parses each distinct User-Agent once, after the scans that brought it were answered. */
@ApplicationScoped
public class UserAgents {
  private static final int AT_ONCE = 200;
  private static final String UPDATE =
      "UPDATE user_agent SET parsed_at = ?, device_class = ?, brand = ?, model = ?, os_name = ?,"
          + " os_version = ?, browser = ?, browser_version = ?, host_app = ?, network_type = ?,"
          + " robot = ? WHERE id = ?";

  private final AgroalDataSource database;
  private final UserAgentParser parser = new UserAgentParser(1);

  UserAgents(AgroalDataSource database) {
    this.database = database;
  }

  /** Parses what is new; two replicas that do so at once write the same. */
  @Scheduled(
      every = "2s",
      identity = "user-agents",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void parseNew() throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<Row> rows = unparsed(connection);
      while (!rows.isEmpty()) {
        save(connection, rows);
        rows = unparsed(connection);
      }
    }
  }

  private record Row(long id, String header) {}

  private static List<Row> unparsed(Connection connection) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, header FROM user_agent WHERE parsed_at IS NULL LIMIT " + AT_ONCE)) {
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row.getLong(1), row.getString(2)));
        }
      }
    }
    return rows;
  }

  private void save(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Row row : rows) {
        DeviceTraits traits = parser.parse(new UserAgent(row.header()));
        update.setObject(1, Sql.utc(Instant.now()));
        update.setString(2, cut(traits.deviceClass(), 40));
        update.setString(3, cut(traits.brand(), 60));
        update.setString(4, cut(traits.model(), 100));
        update.setString(5, cut(traits.osName(), 40));
        update.setString(6, cut(traits.osVersion(), 40));
        update.setString(7, cut(traits.browser(), 60));
        update.setString(8, cut(traits.browserVersion(), 40));
        update.setString(9, traits.hostApp().name());
        update.setString(10, traits.networkType().name());
        update.setBoolean(11, traits.robot());
        update.setLong(12, row.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
