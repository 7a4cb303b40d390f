package io.zhenma.customer;

import io.zhenma.crypto.Fingerprint;
import io.zhenma.scan.ScanEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what scans tell into the table customer. */
final class Profiles {
  /**
   * MySQL assigns from left to right: last_seen must come after everything that compares with its
   * old value.
   */
  private static final String UPSERT =
      "INSERT INTO customer (brand_id, id, first_seen, last_seen, scans, purchases, spent_fen,"
          + " last_purchase_at, country, province, city, carrier, user_agent_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
          + " first_seen = LEAST(first_seen, VALUES(first_seen)),"
          + " country = IF(VALUES(last_seen) >= last_seen, VALUES(country), country),"
          + " province = IF(VALUES(last_seen) >= last_seen, VALUES(province), province),"
          + " city = IF(VALUES(last_seen) >= last_seen, VALUES(city), city),"
          + " carrier = IF(VALUES(last_seen) >= last_seen, VALUES(carrier), carrier),"
          + " user_agent_id = IF(VALUES(last_seen) >= last_seen, VALUES(user_agent_id), user_agent_id),"
          + " last_seen = GREATEST(last_seen, VALUES(last_seen)),"
          + " scans = scans + VALUES(scans), purchases = purchases + VALUES(purchases),"
          + " spent_fen = spent_fen + VALUES(spent_fen), last_purchase_at ="
          + " IF(last_purchase_at IS NULL OR VALUES(last_purchase_at) > last_purchase_at,"
          + " VALUES(last_purchase_at), last_purchase_at)";

  private Profiles() {}

  static void apply(Connection connection, long brandId, Map<Fingerprint, ProfileChange> changes)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (Map.Entry<Fingerprint, ProfileChange> change : changes.entrySet()) {
        bind(upsert, brandId, change.getKey(), change.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement upsert, long brandId, Fingerprint customer, ProfileChange change)
      throws SQLException {
    ScanEvent latest = change.latest();
    upsert.setLong(1, brandId);
    upsert.setBytes(2, customer.bytes());
    upsert.setObject(3, utc(change.firstSeen()));
    upsert.setObject(4, utc(change.lastSeen()));
    upsert.setInt(5, change.scans());
    upsert.setInt(6, change.purchases());
    upsert.setLong(7, change.spentFen());
    upsert.setObject(8, utc(change.lastPurchaseAt()));
    upsert.setString(9, latest.country());
    upsert.setString(10, latest.province());
    upsert.setString(11, latest.city());
    upsert.setString(12, latest.carrier());
    upsert.setLong(13, latest.userAgentId());
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
