package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A brand's lane of the journal.
 *
 * @param end the number it will hand out next: all below are committed
 */
record Lane(long brandId, int lane, long end) {

  /** The lanes that not all of the projections have followed to the end. */
  static List<Lane> behind(AgroalDataSource database, List<JournalProjection> projections)
      throws SQLException {
    String names = String.join(", ", Collections.nCopies(projections.size(), "?"));
    String sql =
        "SELECT l.brand_id, l.lane, l.next_seq FROM journal_lane l"
            + " LEFT JOIN projection_position p ON p.brand_id = l.brand_id AND p.lane = l.lane"
            + " AND p.next_seq >= l.next_seq AND p.projection IN ("
            + names
            + ") WHERE l.next_seq > 1"
            + " GROUP BY l.brand_id, l.lane, l.next_seq HAVING COUNT(p.projection) < ?";
    List<Lane> lanes = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      for (JournalProjection projection : projections) {
        select.setString(next++, projection.projectionName());
      }
      select.setInt(next, projections.size());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lanes.add(new Lane(row.getLong(1), row.getInt(2), row.getLong(3)));
        }
      }
    }
    return lanes;
  }
}
