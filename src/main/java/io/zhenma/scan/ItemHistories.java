package io.zhenma.scan;

import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.sql.ManyRows;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.sql.Values;
import io.zhenma.verification.Evidence;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.ItemHistory.FirstCheck;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Ruling;
import io.zhenma.verification.Sightings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The table item_history: rows are locked in the order of their keys, so that two writers never
 * wait in a circle.
 */
final class ItemHistories {
  private static final String COLUMNS =
      "INSERT INTO item_history (brand_id, batch_number, item_number, scans, sessions, sightings,"
          + " first_verified_at, first_scan_id, first_country, first_province, first_city,"
          + " suspect_since, findings, ruling, ruled_at) VALUES";
  private static final int COLUMN_COUNT = 15;
  private static final ManyRows INSERT = ManyRows.once(COLUMNS, COLUMN_COUNT, "");

  /**
   * Locks rows that exist exclusively at once; IGNORE would share them, and two sharers deadlock as
   * writers.
   */
  private static final ManyRows INSERT_MISSING =
      ManyRows.repeatable(COLUMNS, COLUMN_COUNT, " ON DUPLICATE KEY UPDATE scans = scans");

  private static final ManyRows UPDATE =
      ManyRows.repeatable(
          COLUMNS,
          COLUMN_COUNT,
          " ON DUPLICATE KEY UPDATE scans = VALUES(scans), sessions = VALUES(sessions),"
              + " sightings = VALUES(sightings), first_verified_at = VALUES(first_verified_at),"
              + " first_scan_id = VALUES(first_scan_id), first_country = VALUES(first_country),"
              + " first_province = VALUES(first_province), first_city = VALUES(first_city),"
              + " suspect_since = VALUES(suspect_since), findings = VALUES(findings),"
              + " ruling = VALUES(ruling), ruled_at = VALUES(ruled_at)");

  /**
   * Joined with the wanted keys, in their order: MariaDB reads the whole brand for a list of pairs.
   */
  private static final String SELECT_HEAD =
      "SELECT h.* FROM (SELECT CAST(? AS SIGNED) AS batch, CAST(? AS SIGNED) AS item";

  private static final String SELECT_MORE = " UNION ALL SELECT ?, ?";
  private static final String SELECT_TAIL =
      ") k STRAIGHT_JOIN item_history h"
          + " ON h.brand_id = ? AND h.batch_number = k.batch AND h.item_number = k.item";

  private ItemHistories() {}

  /**
   * The histories of those of the items that have one, locked until the transaction ends. The
   * others have no row to lock: who saves one that another writer made meanwhile breaks the primary
   * key, and has to begin again with {@link #lockAll}.
   */
  static Map<ItemKey, ItemHistory> lock(
      PreparedSession session, long brandId, SortedSet<ItemKey> items) throws SQLException {
    return select(session, brandId, List.copyOf(items), " FOR UPDATE");
  }

  /** The same, with items never scanned given a row to lock. */
  static Map<ItemKey, ItemHistory> lockAll(
      PreparedSession session, long brandId, SortedSet<ItemKey> items) throws SQLException {
    INSERT_MISSING.write(
        session,
        List.copyOf(items),
        (values, item) -> bind(values, brandId, item, ItemHistory.NONE));
    return lock(session, brandId, items);
  }

  /** The histories as committed, without a lock. */
  static Map<ItemKey, ItemHistory> read(
      PreparedSession session, long brandId, Collection<ItemKey> items) throws SQLException {
    return select(session, brandId, List.copyOf(items), "");
  }

  private static Map<ItemKey, ItemHistory> select(
      PreparedSession session, long brandId, List<ItemKey> items, String lock) throws SQLException {
    int size = Sql.padded(items.size());
    PreparedStatement select =
        session.prepared(SELECT_HEAD + SELECT_MORE.repeat(size - 1) + SELECT_TAIL + lock);
    Values values = new Values(select);
    for (int i = 0; i < size; i++) {
      ItemKey item = items.get(Math.min(i, items.size() - 1));
      values.add(item.batch()).add(item.item());
    }
    values.add(brandId);
    Map<ItemKey, ItemHistory> found = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.put(new ItemKey(row.getInt("batch_number"), row.getInt("item_number")), history(row));
      }
    }
    return found;
  }

  /**
   * Writes histories in the order of their keys.
   *
   * @param known the items that have a row, locked by this transaction
   * @throws SQLException of class 23 when another one got a row meanwhile
   */
  static void save(
      PreparedSession session,
      long brandId,
      SortedMap<ItemKey, ItemHistory> histories,
      Set<ItemKey> known)
      throws SQLException {
    List<Map.Entry<ItemKey, ItemHistory>> fresh = new ArrayList<>();
    List<Map.Entry<ItemKey, ItemHistory>> changed = new ArrayList<>();
    histories
        .entrySet()
        .forEach(entry -> (known.contains(entry.getKey()) ? changed : fresh).add(entry));
    INSERT.write(session, fresh, (values, entry) -> bind(values, brandId, entry));
    UPDATE.write(session, changed, (values, entry) -> bind(values, brandId, entry));
    SuspectItems.save(session, brandId, histories);
  }

  private static void bind(Values values, long brandId, Map.Entry<ItemKey, ItemHistory> entry)
      throws SQLException {
    bind(values, brandId, entry.getKey(), entry.getValue());
  }

  private static ItemHistory history(ResultSet row) throws SQLException {
    return new ItemHistory(
        row.getInt("scans"),
        row.getInt("sessions"),
        Sightings.of(row.getBytes("sightings")),
        first(row),
        Evidence.parse(row.getString("findings")),
        Optional.ofNullable(Sql.instantOrNull(row, "suspect_since")),
        ruling(row));
  }

  private static Optional<FirstCheck> first(ResultSet row) throws SQLException {
    Instant at = Sql.instantOrNull(row, "first_verified_at");
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
    Instant at = Sql.instantOrNull(row, "ruled_at");
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

  private static void bind(Values values, long brandId, ItemKey item, ItemHistory history)
      throws SQLException {
    FirstCheck first = history.first().orElse(null);
    Ruling ruling = history.ruling().orElse(null);
    values
        .add(brandId)
        .add(item.batch())
        .add(item.item())
        .add(history.scans())
        .add(history.sessions())
        .add(history.sightings().bytes())
        .add(first == null ? null : first.at())
        .add(first == null ? null : first.scanId())
        .add(first == null ? "" : first.country())
        .add(first == null ? "" : first.province())
        .add(first == null ? "" : first.city())
        .add(history.suspectSince().orElse(null))
        .add(history.evidence().text())
        .add(ruling == null ? "" : ruling.kind().name())
        .add(ruling == null ? null : ruling.at());
  }
}
