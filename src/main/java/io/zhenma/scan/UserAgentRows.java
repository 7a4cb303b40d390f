package io.zhenma.scan;

import io.zhenma.device.UserAgent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/** The table user_agent as the journal fills it: header, id and day, to be read later. */
final class UserAgentRows {
  private static final String ADD =
      "INSERT INTO user_agent (id, header, seen_on) VALUES (?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE seen_on = GREATEST(seen_on, VALUES(seen_on))";

  private UserAgentRows() {}

  /**
   * Makes sure that these have a row that says they were seen today; the rest of the row is filled
   * after the scan was answered.
   *
   * @param agents in the order of their ids, so that writers don't lock each other out
   */
  static void add(Connection connection, Collection<UserAgent> agents) throws SQLException {
    if (agents.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      for (UserAgent agent : agents) {
        insert.setLong(1, agent.id());
        insert.setString(2, agent.text());
        insert.setObject(3, LocalDate.now(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
