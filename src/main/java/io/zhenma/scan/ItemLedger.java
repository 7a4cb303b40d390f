package io.zhenma.scan;

import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.sql.PreparedSession;
import io.zhenma.verification.ItemHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The histories of items, for those who judge them beside the journal. */
public final class ItemLedger {
  private ItemLedger() {}

  /** The history as committed; {@link ItemHistory#NONE} of an item that nobody scanned. */
  public static ItemHistory read(Connection connection, long brandId, int batch, int item)
      throws SQLException {
    ItemKey key = new ItemKey(batch, item);
    try (PreparedSession session = PreparedSession.within(connection)) {
      return ItemHistories.read(session, brandId, List.of(key)).getOrDefault(key, ItemHistory.NONE);
    }
  }

  /**
   * Locks the item's history as the journal does, until the transaction ends: a scan on whatever
   * replica is decided wholly before or wholly after. The caller saves what comes of it.
   */
  public static ItemHistory lock(Connection connection, long brandId, int batch, int item)
      throws SQLException {
    ItemKey key = new ItemKey(batch, item);
    try (PreparedSession session = PreparedSession.within(connection)) {
      return ItemHistories.lockAll(session, brandId, new TreeSet<>(List.of(key)))
          .getOrDefault(key, ItemHistory.NONE);
    }
  }

  /** Saves a history that this transaction has locked. */
  public static void save(
      Connection connection, long brandId, int batch, int item, ItemHistory history)
      throws SQLException {
    TreeMap<ItemKey, ItemHistory> one = new TreeMap<>();
    one.put(new ItemKey(batch, item), history);
    try (PreparedSession session = PreparedSession.within(connection)) {
      ItemHistories.save(session, brandId, one, one.keySet());
    }
  }
}
