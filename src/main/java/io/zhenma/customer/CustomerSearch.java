package io.zhenma.customer;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.problem.Page;
import io.zhenma.scan.PlaceText;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds a brand's customers. */
@ApplicationScoped
class CustomerSearch {
  /** The segment comes from the brand's latest finished RFM report. */
  private static final String LATEST_RUN =
      "(SELECT MAX(id) FROM report_run WHERE brand_id = ? AND kind = 'RFM' AND state = 'DONE')";

  private static final String FROM =
      " FROM customer c LEFT JOIN user_agent u ON u.id = c.user_agent_id LEFT JOIN rfm_row f ON"
          + " f.brand_id = c.brand_id AND f.customer_id = c.id AND f.run_id = "
          + LATEST_RUN
          + " WHERE c.brand_id = ?";
  private static final String COLUMNS =
      "SELECT c.*, u.brand, u.model, u.os_name, u.os_version, u.host_app, u.network_type,"
          + " f.segment";

  private final AgroalDataSource database;

  CustomerSearch(AgroalDataSource database) {
    this.database = database;
  }

  Page<CustomerView> page(
      long brandId, Optional<Segment> segment, Page.Request wanted, Locale locale)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(brandId, brandId));
    segment.map(Segment::name).ifPresent(values::add);
    String where = FROM + (segment.isPresent() ? " AND f.segment = ?" : "");
    try (Connection connection = database.getConnection()) {
      long total = Sql.count(connection, "SELECT COUNT(*)" + where, values);
      values.add(wanted.size());
      values.add(wanted.offset());
      String sql = COLUMNS + where + " ORDER BY c.last_seen DESC, c.id LIMIT ? OFFSET ?";
      return wanted.of(Sql.list(connection, sql, values, row -> view(row, locale)), total);
    }
  }

  Optional<CustomerView> get(long brandId, Fingerprint id, Locale locale) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
              connection,
              COLUMNS + FROM + " AND c.id = ?",
              List.of(brandId, brandId, id.bytes()),
              row -> view(row, locale))
          .stream()
          .findFirst();
    }
  }

  private static CustomerView view(ResultSet row, Locale locale) throws SQLException {
    Instant firstSeen = instant(row, "first_seen");
    Instant lastSeen = instant(row, "last_seen");
    String hostApp = text(row, "host_app");
    int purchases = row.getInt("purchases");
    return new CustomerView(
        new Fingerprint(row.getBytes("id")).toString(),
        firstSeen,
        lastSeen,
        row.getInt("scans"),
        purchases,
        row.getLong("spent_fen"),
        row.getString("country"),
        PlaceText.region(row.getString("province"), locale),
        PlaceText.region(row.getString("city"), locale),
        row.getString("carrier"),
        text(row, "brand"),
        text(row, "model"),
        (text(row, "os_name") + " " + text(row, "os_version")).strip(),
        hostApp,
        text(row, "network_type"),
        CustomerTags.of(purchases, firstSeen, lastSeen, hostApp, Instant.now()),
        row.getString("segment"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
