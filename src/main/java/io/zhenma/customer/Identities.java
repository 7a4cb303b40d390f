package io.zhenma.customer;

import io.zhenma.crypto.Fingerprint;
import io.zhenma.sql.ManyRows;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.sql.Values;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose device it is. A device that nobody knows founds a customer, whose id is that device's
 * fingerprint: a rebuilt table has the same ids.
 */
final class Identities {
  private static final String DEVICE = "DEVICE";
  private static final ManyRows INSERT =
      ManyRows.repeatable(
          "INSERT IGNORE INTO customer_identity (brand_id, kind, fingerprint, customer_id, since)"
              + " VALUES",
          5,
          "");
  private static final String SELECT =
      "SELECT fingerprint, customer_id FROM customer_identity"
          + " WHERE brand_id = ? AND kind = ? AND fingerprint IN ";

  private Identities() {}

  /**
   * The customer of each device.
   *
   * @param devices each with the time it was first seen
   */
  static Map<Fingerprint, Fingerprint> customers(
      PreparedSession session, long brandId, SortedMap<String, Instant> devices)
      throws SQLException {
    Map<Fingerprint, Fingerprint> customers = read(session, brandId, devices.keySet());
    SortedMap<String, Instant> unknown = new TreeMap<>(devices);
    customers.keySet().forEach(device -> unknown.remove(device.toString()));
    if (!unknown.isEmpty()) {
      insert(session, brandId, unknown);
      customers.putAll(read(session, brandId, unknown.keySet()));
    }
    return customers;
  }

  private static void insert(
      PreparedSession session, long brandId, SortedMap<String, Instant> devices)
      throws SQLException {
    INSERT.write(
        session,
        List.copyOf(devices.entrySet()),
        (values, device) -> {
          byte[] fingerprint = Fingerprint.parse(device.getKey()).bytes();
          values.add(brandId).add(DEVICE).add(fingerprint).add(fingerprint).add(device.getValue());
        });
  }

  private static Map<Fingerprint, Fingerprint> read(
      PreparedSession session, long brandId, Collection<String> devices) throws SQLException {
    List<String> sought = List.copyOf(devices);
    int size = Sql.padded(sought.size());
    PreparedStatement select = session.prepared(SELECT + Sql.rows(1, size));
    Values values = new Values(select).add(brandId).add(DEVICE);
    for (int i = 0; i < size; i++) {
      values.add(Fingerprint.parse(sought.get(Math.min(i, sought.size() - 1))).bytes());
    }
    Map<Fingerprint, Fingerprint> customers = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        customers.put(new Fingerprint(row.getBytes(1)), new Fingerprint(row.getBytes(2)));
      }
    }
    return customers;
  }
}
