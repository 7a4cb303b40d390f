package io.zhenma.traffic;

import io.agroal.api.AgroalDataSource;
import io.zhenma.place.NetworkClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table traffic_count. */
@ApplicationScoped
class TrafficRows {
  private static final String ADD =
      "INSERT INTO traffic_count (brand_id, day, what, kind, network, times)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE times = times + VALUES(times)";
  private static final String READ =
      "SELECT day, what, kind, SUM(times) FROM traffic_count"
          + " WHERE brand_id = ? AND day BETWEEN ? AND ? GROUP BY day, what, kind ORDER BY day, what, kind";

  private final AgroalDataSource database;

  TrafficRows(AgroalDataSource database) {
    this.database = database;
  }

  /** What is counted apart. */
  record Count(long brandId, LocalDate day, Counted what, String kind, NetworkClass network) {}

  /** Adds all or none, in one order everywhere, so that replicas don't lock each other out. */
  void add(Map<Count, Long> counts) throws SQLException {
    List<Map.Entry<Count, Long>> ordered = new ArrayList<>(counts.entrySet());
    ordered.sort(
        Map.Entry.comparingByKey(
            Comparator.comparingLong(Count::brandId)
                .thenComparing(Count::day)
                .thenComparing(count -> count.what().name())
                .thenComparing(Count::kind)
                .thenComparing(count -> count.network().name())));
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      connection.setAutoCommit(false);
      for (Map.Entry<Count, Long> entry : ordered) {
        Count count = entry.getKey();
        add.setLong(1, count.brandId());
        add.setObject(2, count.day());
        add.setString(3, count.what().name());
        add.setString(4, count.kind());
        add.setString(5, count.network().name());
        add.setLong(6, entry.getValue());
        add.addBatch();
      }
      commit(connection, add);
    }
  }

  private static void commit(Connection connection, PreparedStatement add) throws SQLException {
    try {
      add.executeBatch();
      connection.commit();
    } catch (SQLException failure) {
      connection.rollback();
      throw failure;
    }
  }

  /** A brand's counts of those days, both included, whatever the network. */
  List<TrafficResource.Row> read(long brandId, LocalDate from, LocalDate to) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement read = connection.prepareStatement(READ)) {
      read.setLong(1, brandId);
      read.setObject(2, from);
      read.setObject(3, to);
      List<TrafficResource.Row> rows = new ArrayList<>();
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          rows.add(
              new TrafficResource.Row(
                  row.getObject(1, LocalDate.class),
                  slug(row.getString(2)),
                  slug(row.getString(3)),
                  row.getLong(4)));
        }
      }
      return rows;
    }
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
