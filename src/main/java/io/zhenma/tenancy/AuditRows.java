package io.zhenma.tenancy;

import io.agroal.api.AgroalDataSource;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, by its keys: however long it is, a page costs the same. */
@ApplicationScoped
class AuditRows {
  private static final int MOST_PEOPLE = 500;
  private static final String SELECT =
      "SELECT a.id, a.at, a.last_at, a.times, a.user_id, u.name, a.action, a.subject, a.detail,"
          + " a.network, a.refused FROM audit_entry a LEFT JOIN app_user u ON u.id = a.user_id"
          + " WHERE ";
  private static final String NEWEST = " ORDER BY a.at DESC, a.id DESC LIMIT ?";

  private final AgroalDataSource database;

  AuditRows(AgroalDataSource database) {
    this.database = database;
  }

  AuditView.Slice slice(AuditQuery query, Optional<AuditCursor> before, int size)
      throws SQLException {
    List<AuditView> found = read(query, before, size + 1);
    if (found.size() <= size) {
      return new AuditView.Slice(found, null);
    }
    List<AuditView> items = found.subList(0, size);
    return new AuditView.Slice(items, items.get(size - 1).cursor().toString());
  }

  List<AuditView> read(AuditQuery query, Optional<AuditCursor> before, int most)
      throws SQLException {
    AuditQuery.Where where = query.where(before);
    List<Object> values = new ArrayList<>(where.values());
    values.add(most);
    try (Connection connection = database.getConnection()) {
      return Sql.list(connection, SELECT + where.sql() + NEWEST, values, AuditRows::view);
    }
  }

  /** Whose entries can be looked for: the brand's own people, or the administrators. */
  List<AuditView.Somebody> people(@Nullable Long brandId) throws SQLException {
    String whose = brandId == null ? "brand_id IS NULL" : "brand_id = ?";
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection,
          "SELECT id, name FROM app_user WHERE "
              + whose
              + " ORDER BY name, id LIMIT "
              + MOST_PEOPLE,
          brandId == null ? List.of() : List.of(brandId),
          row -> new AuditView.Somebody(row.getLong(1), row.getString(2)));
    }
  }

  private static AuditView view(ResultSet row) throws SQLException {
    return new AuditView(
        row.getLong("id"),
        Sql.instant(row, "at"),
        Sql.instantOrNull(row, "last_at"),
        row.getInt("times"),
        row.getObject("user_id", Long.class),
        row.getString("name"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("network"),
        row.getBoolean("refused"));
  }
}
