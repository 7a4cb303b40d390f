package io.zhenma.scan;

import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.verification.Evidence;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.ItemHistory.FirstCheck;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Ruling;
import io.zhenma.verification.Sightings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table item_history: rows are locked in the order of their keys, so that two writers never
 * wait in a circle.
 */
final class ItemHistories {
  private static final String INSERT_MISSING =
      "INSERT INTO item_history (brand_id, batch_number, item_number, scans, sessions, sightings,"
          + " first_country, first_province, first_city) VALUES ";

  /**
   * Locks rows that exist exclusively at once; IGNORE would share them, and two sharers deadlock as
   * writers.
   */
  private static final String LOCKING_KNOWN = " ON DUPLICATE KEY UPDATE scans = scans";

  private static final String SELECT = "SELECT * FROM item_history WHERE brand_id = ? AND (";
  private static final String UPSERT =
      "INSERT INTO item_history (brand_id, batch_number, item_number, scans, sessions, sightings,"
          + " first_verified_at, first_scan_id, first_country, first_province, first_city,"
          + " suspect_since, findings, ruling, ruled_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE scans = VALUES(scans), sessions = VALUES(sessions),"
          + " sightings = VALUES(sightings), first_verified_at = VALUES(first_verified_at),"
          + " first_scan_id = VALUES(first_scan_id), first_country = VALUES(first_country),"
          + " first_province = VALUES(first_province), first_city = VALUES(first_city),"
          + " suspect_since = VALUES(suspect_since), findings = VALUES(findings),"
          + " ruling = VALUES(ruling), ruled_at = VALUES(ruled_at)";

  private ItemHistories() {}

  /**
   * The histories of these items, locked until the transaction ends; items never scanned get a row
   * to lock.
   */
  static Map<ItemKey, ItemHistory> lock(
      Connection connection, long brandId, SortedSet<ItemKey> items) throws SQLException {
    insertMissing(connection, brandId, items);
    return read(connection, brandId, items);
  }

  private static void insertMissing(Connection connection, long brandId, Collection<ItemKey> items)
      throws SQLException {
    String row = "(?, ?, ?, 0, 0, '', '', '', '')";
    String rows = (row + ", ").repeat(items.size() - 1) + row;
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT_MISSING + rows + LOCKING_KNOWN)) {
      int index = 1;
      for (ItemKey item : items) {
        insert.setLong(index++, brandId);
        insert.setInt(index++, item.batch());
        insert.setInt(index++, item.item());
      }
      insert.executeUpdate();
    }
  }

  /**
   * The histories as committed; within a transaction that has locked them, the latest there are.
   */
  static Map<ItemKey, ItemHistory> read(
      Connection connection, long brandId, Collection<ItemKey> items) throws SQLException {
    SortedMap<Integer, List<ItemKey>> byBatch =
        items.stream()
            .collect(Collectors.groupingBy(ItemKey::batch, TreeMap::new, Collectors.toList()));
    Map<ItemKey, ItemHistory> found = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + ofBatches(byBatch) + ")")) {
      int index = 1;
      select.setLong(index++, brandId);
      for (Map.Entry<Integer, List<ItemKey>> batch : byBatch.entrySet()) {
        select.setInt(index++, batch.getKey());
        for (ItemKey item : batch.getValue()) {
          select.setInt(index++, item.item());
        }
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new ItemKey(row.getInt("batch_number"), row.getInt("item_number")), history(row));
        }
      }
    }
    return found;
  }

  /** Batch by batch, because MariaDB reads the whole brand for a list of pairs. */
  private static String ofBatches(SortedMap<Integer, List<ItemKey>> byBatch) {
    return byBatch.values().stream()
        .map(
            items ->
                "(batch_number = ? AND item_number IN " + Sql.parameters(1, items.size()) + ")")
        .collect(Collectors.joining(" OR "));
  }

  static void save(Connection connection, long brandId, SortedMap<ItemKey, ItemHistory> histories)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (Map.Entry<ItemKey, ItemHistory> entry : histories.entrySet()) {
        bind(upsert, brandId, entry.getKey(), entry.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
    SuspectItems.save(connection, brandId, histories);
  }

  private static ItemHistory history(ResultSet row) throws SQLException {
    return new ItemHistory(
        row.getInt("scans"),
        row.getInt("sessions"),
        Sightings.of(row.getBytes("sightings")),
        first(row),
        Evidence.parse(row.getString("findings")),
        Optional.ofNullable(Sql.instant(row, "suspect_since")),
        ruling(row));
  }

  private static Optional<FirstCheck> first(ResultSet row) throws SQLException {
    Instant at = Sql.instant(row, "first_verified_at");
    return at == null
        ? Optional.empty()
        : Optional.of(
            new FirstCheck(
                at,
                Sql.uuid(row.getBytes("first_scan_id")),
                row.getString("first_country"),
                row.getString("first_province"),
                row.getString("first_city")));
  }

  private static Optional<Ruling> ruling(ResultSet row) throws SQLException {
    Instant at = Sql.instant(row, "ruled_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new Ruling(Ruling.Kind.valueOf(row.getString("ruling")), at));
  }

  static List<Reason> reasons(String stored) {
    return stored.isEmpty()
        ? List.of()
        : Arrays.stream(stored.split(",")).map(Reason::valueOf).toList();
  }

  static String reasons(List<Reason> reasons) {
    return reasons.stream().map(Reason::name).collect(Collectors.joining(","));
  }

  private static void bind(
      PreparedStatement upsert, long brandId, ItemKey item, ItemHistory history)
      throws SQLException {
    upsert.setLong(1, brandId);
    upsert.setInt(2, item.batch());
    upsert.setInt(3, item.item());
    upsert.setInt(4, history.scans());
    upsert.setInt(5, history.sessions());
    upsert.setBytes(6, history.sightings().bytes());
    FirstCheck first = history.first().orElse(null);
    upsert.setObject(7, first == null ? null : Sql.utc(first.at()));
    upsert.setBytes(8, first == null ? null : Sql.bytes(first.scanId()));
    upsert.setString(9, first == null ? "" : first.country());
    upsert.setString(10, first == null ? "" : first.province());
    upsert.setString(11, first == null ? "" : first.city());
    Instant suspectSince = history.suspectSince().orElse(null);
    upsert.setObject(12, suspectSince == null ? null : Sql.utc(suspectSince));
    upsert.setString(13, history.evidence().text());
    Ruling ruling = history.ruling().orElse(null);
    upsert.setString(14, ruling == null ? "" : ruling.kind().name());
    upsert.setObject(15, ruling == null ? null : Sql.utc(ruling.at()));
  }
}
