package io.zhenma.evidence;

import io.zhenma.evidence.EvidenceViews.RulingView;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.Users;
import io.zhenma.verification.Evidence;
import io.zhenma.verification.ItemHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table item_ruling: only ever added to. */
@ApplicationScoped
class RulingRows {
  /** More than that of one item nobody reads. */
  private static final int MOST = 100;

  private static final String NEWEST =
      "SELECT * FROM item_ruling WHERE brand_id = ? AND batch_number = ? AND item_number = ?"
          + " ORDER BY number DESC LIMIT "
          + MOST;
  private static final String LAST =
      "SELECT COALESCE(MAX(number), 0) FROM item_ruling"
          + " WHERE brand_id = ? AND batch_number = ? AND item_number = ?";
  private static final String INSERT =
      "INSERT INTO item_ruling (brand_id, batch_number, item_number, number, kind, note, user_id,"
          + " ruled_at, scans, sessions, devices, score, findings, suspect_since)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Users users;

  RulingRows(Users users) {
    this.users = users;
  }

  /** What was decided about the item, the latest first. */
  List<RulingView> of(Connection connection, long brandId, int batch, int item)
      throws SQLException {
    return Sql.list(connection, NEWEST, List.of(brandId, batch, item), this::view);
  }

  /** The number of the item's latest ruling, 0 when there is none. */
  static int last(Connection connection, long brandId, int batch, int item) throws SQLException {
    return (int) Sql.count(connection, LAST, List.of(brandId, batch, item));
  }

  /**
   * @param known the item's history when it was decided
   */
  static void add(
      Connection connection, RulingOrder order, int number, LocalDateTime at, ItemHistory known)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, order.brandId());
      insert.setInt(2, order.batch());
      insert.setInt(3, order.item());
      insert.setInt(4, number);
      insert.setString(5, order.kind().name());
      insert.setString(6, order.note());
      insert.setLong(7, order.userId());
      insert.setObject(8, at);
      insert.setInt(9, known.scans());
      insert.setInt(10, known.sessions());
      insert.setInt(11, known.devices());
      insert.setInt(12, known.evidence().score());
      insert.setString(13, known.evidence().text());
      insert.setObject(14, suspectSince(known));
      insert.executeUpdate();
    }
  }

  private static @Nullable LocalDateTime suspectSince(ItemHistory known) {
    return known
        .suspectSince()
        .map(since -> LocalDateTime.ofInstant(since, ZoneOffset.UTC))
        .orElse(null);
  }

  private RulingView view(ResultSet row) throws SQLException {
    return new RulingView(
        row.getInt("number"),
        row.getString("kind"),
        row.getString("note"),
        users.name(row.getLong("user_id")),
        row.getObject("ruled_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getInt("scans"),
        row.getInt("sessions"),
        row.getInt("devices"),
        row.getInt("score"),
        EvidenceWords.findings(Evidence.parse(row.getString("findings")).findings()));
  }
}
