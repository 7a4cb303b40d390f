package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.CodeProfile;
import io.zhenma.issuing.Codes;
import io.zhenma.problem.Page;
import io.zhenma.scan.ScanViews.DeviceView;
import io.zhenma.scan.ScanViews.PlaceView;
import io.zhenma.scan.ScanViews.ScanView;
import io.zhenma.sql.Sql;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds recorded scans of a brand, newest first. */
@ApplicationScoped
public class ScanSearch {
  private static final String FOREIGN_CODE =
      " LEFT JOIN foreign_group g ON g.brand_id = s.brand_id AND g.batch_number = s.batch_number"
          + " LEFT JOIN foreign_code c ON c.brand_id = g.brand_id AND c.import_id = g.import_id"
          + " AND c.group_number = g.group_number AND c.item_number = s.item_number";
  private static final String FROM =
      " FROM scan s JOIN product p ON p.id = s.product_id AND p.brand_id = s.brand_id"
          + " LEFT JOIN user_agent u ON u.id = s.user_agent_id";
  private static final String OF_BRAND = " WHERE s.brand_id = ?";
  private static final String ROWS =
      "SELECT s.*, p.gtin, p.name AS product_name, u.parsed_at, u.device_class, u.brand, u.model,"
          + " u.os_name, u.os_version, u.browser, u.host_app, u.network_type, c.code AS foreign_code"
          + FROM
          + FOREIGN_CODE
          + OF_BRAND;
  private static final String NEWEST =
      " ORDER BY s.scanned_at DESC, s.lane, s.seq DESC LIMIT ? OFFSET ?";

  private final AgroalDataSource database;
  private final Catalogue catalogue;
  private final Codes codes;

  ScanSearch(AgroalDataSource database, Catalogue catalogue, Codes codes) {
    this.database = database;
    this.catalogue = catalogue;
    this.codes = codes;
  }

  Page<ScanView> page(
      long brandId,
      Optional<Outcome> outcome,
      Optional<String> gtin,
      Optional<VisitorFilter> visitor,
      Page.Request wanted,
      Locale locale)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(brandId));
    StringBuilder where = new StringBuilder();
    outcome.ifPresent(
        value -> {
          where.append(" AND s.outcome = ?");
          values.add(value.name());
        });
    gtin.ifPresent(
        value -> {
          where.append(" AND p.gtin = ?");
          values.add(value);
        });
    visitor.ifPresent(
        value -> {
          where.append(" AND s.visitor ").append(value.sql());
          value.kinds().forEach(kind -> values.add(kind.name()));
        });
    try (Connection connection = database.getConnection()) {
      long total = Sql.count(connection, "SELECT COUNT(*)" + FROM + OF_BRAND + where, values);
      values.add(wanted.size());
      values.add(wanted.offset());
      return wanted.of(
          Sql.list(connection, ROWS + where + NEWEST, values, row -> view(row, locale)), total);
    }
  }

  List<ScanView> ofItem(long brandId, int batch, int item, int most, Locale locale)
      throws SQLException {
    String sql = ROWS + " AND s.batch_number = ? AND s.item_number = ?" + NEWEST;
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection, sql, List.of(brandId, batch, item, most, 0), row -> view(row, locale));
    }
  }

  /** The latest scans of a brand's device. */
  public List<?> ofDevice(long brandId, Fingerprint device, int most, Locale locale)
      throws SQLException {
    String sql = ROWS + " AND s.device = ?" + NEWEST;
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection, sql, List.of(brandId, device.bytes(), most, 0), row -> view(row, locale));
    }
  }

  private ScanView view(ResultSet row, Locale locale) throws SQLException {
    CodeKind kind = CodeKind.valueOf(row.getString("kind"));
    return new ScanView(
        Sql.uuid(row.getBytes("scan_id")),
        row.getObject("scanned_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("gtin"),
        row.getString("product_name"),
        serial(row, kind),
        kind.name(),
        Outcome.valueOf(row.getString("outcome")).slug(),
        ItemHistories.reasons(row.getString("reasons")).stream().map(Reason::slug).toList(),
        place(row, locale),
        row.getObject("parsed_at") == null ? null : device(row),
        new Fingerprint(row.getBytes("device")).toString(),
        VisitorKind.valueOf(row.getString("visitor")).slug());
  }

  private String serial(ResultSet row, CodeKind kind) throws SQLException {
    String old = row.getString("foreign_code");
    if (old != null) {
      return old;
    }
    int item = row.getInt("item_number");
    return catalogue
        .batch(row.getLong("brand_id"), row.getInt("batch_number"))
        .filter(batch -> batch.profile() != CodeProfile.FOREIGN)
        .map(batch -> codes.code(batch, kind, item).link().serial().value())
        .orElse("");
  }

  private static PlaceView place(ResultSet row, Locale locale) throws SQLException {
    return new PlaceView(
        row.getString("country"),
        row.getString("province"),
        PlaceText.region(row.getString("province"), locale),
        row.getString("city"),
        PlaceText.region(row.getString("city"), locale),
        row.getString("carrier"),
        row.getString("place_source"));
  }

  private static DeviceView device(ResultSet row) throws SQLException {
    return new DeviceView(
        row.getString("device_class"),
        row.getString("brand"),
        row.getString("model"),
        (row.getString("os_name") + " " + row.getString("os_version")).strip(),
        row.getString("browser"),
        row.getString("host_app"),
        row.getString("network_type"));
  }
}
