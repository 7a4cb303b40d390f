package io.zhenma.scan;

import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.sql.ManyRows;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Ruling;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The table suspect_item: items whose codes look copied, by when they began to. It is written with
 * the histories, under their locks. Few of all items are in it, so that the list costs ordinary
 * scans nothing, unlike an index of all histories.
 */
final class SuspectItems {
  private static final ManyRows UPSERT =
      ManyRows.repeatable(
          "INSERT INTO suspect_item (brand_id, batch_number, item_number, suspect, state, since,"
              + " score, reasons) VALUES",
          8,
          // Keeps since when it was suspect after it was cleared; since before suspect, in this
          // order
          " ON DUPLICATE KEY UPDATE since = IF(VALUES(suspect), VALUES(since), since),"
              + " suspect = VALUES(suspect), state = VALUES(state), score = VALUES(score),"
              + " reasons = VALUES(reasons)");

  private SuspectItems() {}

  /** Lists those of these items that are suspect or were decided about. */
  static void save(PreparedSession session, long brandId, SortedMap<ItemKey, ItemHistory> histories)
      throws SQLException {
    List<Map.Entry<ItemKey, ItemHistory>> listed =
        histories.entrySet().stream()
            .filter(item -> item.getValue().isSuspect() || item.getValue().ruling().isPresent())
            .toList();
    UPSERT.write(
        session, listed, (values, item) -> bind(values, brandId, item.getKey(), item.getValue()));
  }

  private static void bind(Values values, long brandId, ItemKey item, ItemHistory history)
      throws SQLException {
    Instant since = history.suspectSince().or(() -> history.ruling().map(Ruling::at)).orElseThrow();
    values
        .add(brandId)
        .add(item.batch())
        .add(item.item())
        .add(history.isSuspect() ? 1 : 0)
        .add(SuspectState.of(history).name())
        .add(since)
        .add(history.evidence().score())
        .add(ItemHistories.reasons(history.evidence().reasons()));
  }
}
