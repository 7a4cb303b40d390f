package io.zhenma.scan;

import io.zhenma.device.UserAgent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** The table user_agent as the journal fills it: header and id, to be parsed later. */
final class UserAgentRows {
  private UserAgentRows() {}

  /**
   * Makes sure that these have a row; the rest of the row is filled after the scan was answered.
   */
  static void add(Connection connection, Collection<UserAgent> agents) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT IGNORE INTO user_agent (id, header) VALUES (?, ?)")) {
      for (UserAgent agent : agents) {
        insert.setLong(1, agent.id());
        insert.setString(2, agent.text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
