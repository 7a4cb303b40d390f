package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import io.zhenma.lake.ScanPartitions.LaneEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who follows the journal, and how far: what they have not read must not be dropped. */
@ApplicationScoped
class Followers {
  private static final String POSITIONS =
      "SELECT p.next_seq, names.projection FROM"
          + " (SELECT DISTINCT projection FROM projection_position) names"
          + " LEFT JOIN projection_position p ON p.projection = names.projection AND p.brand_id = ?"
          + " AND p.lane = ? ORDER BY names.projection";
  private static final String REFINED =
      "SELECT brand_id, lane, MAX(seq) FROM scan_refinement WHERE at < ? GROUP BY brand_id, lane";

  /** Rows of one transaction. */
  private static final int AT_ONCE = 10_000;

  private final AgroalDataSource database;

  Followers(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Says which projection is behind, if any.
   *
   * @param ends what each of them must have passed
   */
  Optional<String> behind(List<LaneEnd> ends) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(POSITIONS)) {
      for (LaneEnd end : ends) {
        select.setLong(1, end.brandId());
        select.setInt(2, end.lane());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            if (row.getLong(1) <= end.seq()) {
              return Optional.of(
                  String.format(
                      Locale.ROOT,
                      "the projection %s has not followed lane %d of brand %d past %d",
                      row.getString(2),
                      end.lane(),
                      end.brandId(),
                      end.seq()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The ends of lanes with the positions that came up to then added. */
  List<LaneEnd> withRefinements(List<LaneEnd> scans, LocalDateTime before) throws SQLException {
    Map<LaneKey, Long> ends = new HashMap<>();
    scans.forEach(end -> ends.put(new LaneKey(end.brandId(), end.lane()), end.seq()));
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(REFINED)) {
      select.setObject(1, before);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ends.merge(new LaneKey(row.getLong(1), row.getInt(2)), row.getLong(3), Math::max);
        }
      }
    }
    List<LaneEnd> all = new ArrayList<>();
    ends.forEach((lane, seq) -> all.add(new LaneEnd(lane.brandId(), lane.lane(), seq)));
    return all;
  }

  private record LaneKey(long brandId, int lane) {}

  /** Deletes positions that came before then: their scans, which were before them, are gone. */
  int deleteRefinements(LocalDateTime before) throws SQLException {
    int deleted = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM scan_refinement WHERE at < ? LIMIT " + AT_ONCE)) {
      delete.setObject(1, before);
      for (int now = AT_ONCE; now == AT_ONCE; ) {
        now = delete.executeUpdate();
        deleted += now;
      }
    }
    return deleted;
  }
}
