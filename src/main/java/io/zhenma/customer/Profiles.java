package io.zhenma.customer;

import io.zhenma.crypto.Fingerprint;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.ManyRows;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes what scans tell into the table customer. */
final class Profiles {
  /**
   * MySQL assigns from left to right: last_seen must come after everything that compares with its
   * old value.
   */
  private static final ManyRows UPSERT =
      ManyRows.once(
          "INSERT INTO customer (brand_id, id, first_seen, last_seen, scans, purchases, spent_fen,"
              + " last_purchase_at, country, province, city, carrier, user_agent_id)"
              + " VALUES",
          13,
          " ON DUPLICATE KEY UPDATE"
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
              + " VALUES(last_purchase_at), last_purchase_at)");

  private Profiles() {}

  static void apply(PreparedSession session, long brandId, Map<Fingerprint, ProfileChange> changes)
      throws SQLException {
    UPSERT.write(
        session,
        List.copyOf(changes.entrySet()),
        (values, change) -> bind(values, brandId, change.getKey(), change.getValue()));
  }

  private static void bind(Values values, long brandId, Fingerprint customer, ProfileChange change)
      throws SQLException {
    ScanEvent latest = change.latest();
    values
        .add(brandId)
        .add(customer.bytes())
        .add(change.firstSeen())
        .add(change.lastSeen())
        .add(change.scans())
        .add(change.purchases())
        .add(change.spentFen())
        .add(change.lastPurchaseAt())
        .add(latest.country())
        .add(latest.province())
        .add(latest.city())
        .add(latest.carrier())
        .add(latest.userAgentId());
  }
}
