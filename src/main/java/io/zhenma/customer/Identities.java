package io.zhenma.customer;

import io.zhenma.crypto.Fingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Whose device it is. A device that nobody knows founds a customer, whose id is that device's
 * fingerprint: a rebuilt table has the same ids.
 */
final class Identities {
  private static final String DEVICE = "DEVICE";

  private Identities() {}

  /**
   * The customer of each device.
   *
   * @param devices each with the time it was first seen
   */
  static Map<Fingerprint, Fingerprint> customers(
      Connection connection, long brandId, SortedMap<String, Instant> devices) throws SQLException {
    insertUnknown(connection, brandId, devices);
    return read(connection, brandId, devices);
  }

  private static void insertUnknown(
      Connection connection, long brandId, SortedMap<String, Instant> devices) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT IGNORE INTO customer_identity (brand_id, kind, fingerprint, customer_id, since)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (Map.Entry<String, Instant> device : devices.entrySet()) {
        byte[] fingerprint = Fingerprint.parse(device.getKey()).bytes();
        insert.setLong(1, brandId);
        insert.setString(2, DEVICE);
        insert.setBytes(3, fingerprint);
        insert.setBytes(4, fingerprint);
        insert.setObject(5, LocalDateTime.ofInstant(device.getValue(), ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Map<Fingerprint, Fingerprint> read(
      Connection connection, long brandId, SortedMap<String, Instant> devices) throws SQLException {
    String marks = "?, ".repeat(devices.size() - 1) + "?";
    Map<Fingerprint, Fingerprint> customers = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT fingerprint, customer_id FROM customer_identity"
                + " WHERE brand_id = ? AND kind = ? AND fingerprint IN ("
                + marks
                + ")")) {
      select.setLong(1, brandId);
      select.setString(2, DEVICE);
      int index = 3;
      for (String device : devices.keySet()) {
        select.setBytes(index++, Fingerprint.parse(device).bytes());
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          customers.put(new Fingerprint(row.getBytes(1)), new Fingerprint(row.getBytes(2)));
        }
      }
    }
    return customers;
  }
}
