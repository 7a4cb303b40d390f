package io.zhenma.evidence;

import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import io.zhenma.sql.Sql;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item's scans, read from the journal by its index of items. */
final class LookRows {
  private static final String NEWEST =
      "SELECT s.*, u.brand, u.model, u.os_name, u.os_version, u.browser, u.host_app FROM scan s"
          + " LEFT JOIN user_agent u ON u.id = s.user_agent_id"
          + " WHERE s.brand_id = ? AND s.batch_number = ? AND s.item_number = ?"
          + " ORDER BY s.scanned_at DESC LIMIT ?";

  private LookRows() {}

  /** The newest {@code most} scans, oldest first. */
  static List<Look> of(Connection connection, long brandId, int batch, int item, int most)
      throws SQLException {
    return Sql.list(connection, NEWEST, List.of(brandId, batch, item, most), LookRows::look)
        .stream()
        .sorted(Look.BY_TIME)
        .toList();
  }

  private static Look look(ResultSet row) throws SQLException {
    return new Look(
        uuid(row.getBytes("scan_id")),
        row.getObject("scanned_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getInt("lane"),
        row.getLong("seq"),
        CodeKind.valueOf(row.getString("kind")),
        Outcome.valueOf(row.getString("outcome")),
        reasons(row.getString("reasons")),
        row.getInt("score"),
        row.getInt("policy_version"),
        row.getString("visitor"),
        new Fingerprint(row.getBytes("device")).toString(),
        agent(row),
        row.getString("carrier"),
        spot(row));
  }

  private static List<Reason> reasons(String stored) {
    return stored.isEmpty()
        ? List.of()
        : Arrays.stream(stored.split(",")).map(Reason::valueOf).toList();
  }

  private static Look.Agent agent(ResultSet row) throws SQLException {
    return new Look.Agent(
        text(row, "brand"),
        text(row, "model"),
        (text(row, "os_name") + " " + text(row, "os_version")).strip(),
        text(row, "browser"),
        text(row, "host_app"));
  }

  private static Spot spot(ResultSet row) throws SQLException {
    return Spot.of(
        row.getString("country"),
        row.getString("province"),
        row.getString("city"),
        PlaceSource.valueOf(row.getString("place_source")),
        exact(row),
        row.getDouble("uncertainty"));
  }

  private static @Nullable Position exact(ResultSet row) throws SQLException {
    double latitude = row.getDouble("latitude");
    return row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
