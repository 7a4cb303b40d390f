package io.zhenma.policy;

import io.zhenma.verification.Policy;
import io.zhenma.verification.Threshold;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table policy_version. */
final class PolicyRows {
  private static final String COLUMNS =
      Arrays.stream(Threshold.values()).map(PolicyRows::column).collect(Collectors.joining(", "));
  private static final String SELECT =
      "SELECT version, "
          + COLUMNS
          + ", note, made_by, made_at FROM policy_version"
          + " WHERE brand_id = ? ORDER BY version DESC LIMIT ?";
  private static final String INSERT =
      "INSERT INTO policy_version (brand_id, version, note, made_by, made_at, "
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?"
          + ", ?".repeat(Threshold.values().length)
          + ")";

  /** A unique key is broken (SQL:2016, class 23). */
  private static final String TAKEN = "23";

  private PolicyRows() {}

  private static String column(Threshold threshold) {
    return threshold.name().toLowerCase(Locale.ROOT);
  }

  /** The latest versions, newest first, without the standard. */
  static List<PolicyVersion> latest(Connection connection, long brandId, int most)
      throws SQLException {
    List<PolicyVersion> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, brandId);
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(version(row));
        }
      }
    }
    return found;
  }

  private static PolicyVersion version(ResultSet row) throws SQLException {
    Map<Threshold, Integer> thresholds = new EnumMap<>(Threshold.class);
    for (Threshold threshold : Threshold.values()) {
      thresholds.put(threshold, row.getInt(column(threshold)));
    }
    return new PolicyVersion(
        new Policy(row.getInt("version"), thresholds),
        row.getString("note"),
        Optional.of(
            new PolicyVersion.Made(
                row.getLong("made_by"),
                row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC))));
  }

  /** Adds a version; false when somebody else has taken its number. */
  static boolean insert(
      Connection connection, long brandId, PolicyVersion version, PolicyVersion.Made made)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int index = 1;
      insert.setLong(index++, brandId);
      insert.setInt(index++, version.policy().version());
      insert.setString(index++, version.note());
      insert.setLong(index++, made.userId());
      insert.setObject(index++, LocalDateTime.ofInstant(made.at(), ZoneOffset.UTC));
      for (Threshold threshold : Threshold.values()) {
        insert.setInt(index++, version.policy().value(threshold));
      }
      insert.executeUpdate();
      return true;
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (state != null && state.startsWith(TAKEN)) {
        return false;
      }
      throw failure;
    }
  }
}
