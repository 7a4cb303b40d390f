package io.zhenma.scan;

import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.sql.Sql;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Ruling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table suspect_item: items whose codes look copied, by when they began to. It is written with
 * the histories, under their locks. Few of all items are in it, so that the list costs ordinary
 * scans nothing, unlike an index of all histories.
 */
final class SuspectItems {
  private static final String UPSERT =
      "INSERT INTO suspect_item (brand_id, batch_number, item_number, suspect, state, since, score,"
          + " reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
          // Keeps since when it was suspect after it was cleared; since before suspect, in this
          // order
          + " ON DUPLICATE KEY UPDATE since = IF(VALUES(suspect), VALUES(since), since),"
          + " suspect = VALUES(suspect), state = VALUES(state), score = VALUES(score),"
          + " reasons = VALUES(reasons)";

  private SuspectItems() {}

  /** Lists those of these items that are suspect or were decided about. */
  static void save(Connection connection, long brandId, SortedMap<ItemKey, ItemHistory> histories)
      throws SQLException {
    SortedMap<ItemKey, ItemHistory> listed = new TreeMap<>(histories);
    listed.values().removeIf(history -> !history.isSuspect() && history.ruling().isEmpty());
    if (listed.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (Map.Entry<ItemKey, ItemHistory> entry : listed.entrySet()) {
        bind(upsert, brandId, entry.getKey(), entry.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement upsert, long brandId, ItemKey item, ItemHistory history)
      throws SQLException {
    Instant since = history.suspectSince().or(() -> history.ruling().map(Ruling::at)).orElseThrow();
    upsert.setLong(1, brandId);
    upsert.setInt(2, item.batch());
    upsert.setInt(3, item.item());
    upsert.setBoolean(4, history.isSuspect());
    upsert.setString(5, SuspectState.of(history).name());
    upsert.setObject(6, Sql.utc(since));
    upsert.setInt(7, history.evidence().score());
    upsert.setString(8, ItemHistories.reasons(history.evidence().reasons()));
  }
}
