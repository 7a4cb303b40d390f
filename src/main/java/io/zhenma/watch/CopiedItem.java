package io.zhenma.watch;

import io.zhenma.alert.AlertSubject;
import io.zhenma.alert.Fact;
import io.zhenma.alert.Facts;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.sql.Values;
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
import java.util.SortedSet;
import java.util.TreeSet;

/** An item that verdicts call copied. */
record CopiedItem(
    long brandId,
    int batch,
    int item,
    Instant firstAt,
    Instant lastAt,
    int scans,
    SortedSet<String> provinces) {
  private static final int MOST_PROVINCES = 16;
  private static final String SAVE =
      "INSERT INTO copied_item (brand_id, batch_number, item_number, first_at, last_at, scans,"
          + " provinces) VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
          + " first_at = VALUES(first_at), last_at = VALUES(last_at), scans = VALUES(scans),"
          + " provinces = VALUES(provinces)";

  static CopiedItem of(long brandId, ScanEvent event) {
    return new CopiedItem(
        brandId, event.batch(), event.item(), event.at(), event.at(), 0, new TreeSet<>());
  }

  /**
   * Those of a batch's items that have a row, by number, locked in the order of their numbers until
   * the transaction ends.
   */
  static Map<Integer, CopiedItem> lock(
      PreparedSession session, long brandId, int batch, Collection<Integer> items)
      throws SQLException {
    List<Integer> sought = List.copyOf(items);
    int size = Sql.padded(sought.size());
    PreparedStatement select =
        session.prepared(
            "SELECT item_number, first_at, last_at, scans, provinces FROM copied_item"
                + " WHERE brand_id = ? AND batch_number = ? AND item_number IN "
                + Sql.rows(1, size)
                + " ORDER BY item_number FOR UPDATE");
    Values values = new Values(select).add(brandId).add(batch);
    for (int i = 0; i < size; i++) {
      values.add(sought.get(Math.min(i, sought.size() - 1)).intValue());
    }
    Map<Integer, CopiedItem> found = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        int item = row.getInt(1);
        found.put(
            item,
            new CopiedItem(
                brandId,
                batch,
                item,
                Sql.instant(row, "first_at"),
                Sql.instant(row, "last_at"),
                row.getInt("scans"),
                set(row.getString("provinces"))));
      }
    }
    return found;
  }

  private static SortedSet<String> set(String text) {
    return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(text.split(",")));
  }

  /** With a scan that a verdict called copied. */
  CopiedItem and(ScanEvent event) {
    SortedSet<String> more = new TreeSet<>(provinces);
    if (!event.province().isBlank() && more.size() < MOST_PROVINCES) {
      more.add(event.province());
    }
    return new CopiedItem(
        brandId,
        batch,
        item,
        event.at().isBefore(firstAt) ? event.at() : firstAt,
        event.at().isAfter(lastAt) ? event.at() : lastAt,
        scans + 1,
        more);
  }

  void save(Connection connection) throws SQLException {
    try (PreparedStatement save = connection.prepareStatement(SAVE)) {
      save.setLong(1, brandId);
      save.setInt(2, batch);
      save.setInt(3, item);
      save.setObject(4, Sql.utc(firstAt));
      save.setObject(5, Sql.utc(lastAt));
      save.setInt(6, scans);
      save.setString(7, String.join(",", provinces));
      save.executeUpdate();
    }
  }

  void delete(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM copied_item"
                + " WHERE brand_id = ? AND batch_number = ? AND item_number = ?")) {
      delete.setLong(1, brandId);
      delete.setInt(2, batch);
      delete.setInt(3, item);
      delete.executeUpdate();
    }
  }

  AlertSubject subject() {
    return AlertSubject.item(batch, item);
  }

  /**
   * @param last what the last verdict was based on
   */
  Facts facts(ScanEvent last, Optional<String> gtin) {
    Facts facts =
        Facts.of(Fact.BATCH, batch)
            .and(Fact.ITEM, item)
            .and(Fact.SCANS, scans)
            .and(Fact.SCORE, last.score())
            .and(Fact.REASONS, last.reasons().stream().map(reason -> reason.slug()).toList())
            .and(Fact.PROVINCES, List.copyOf(provinces))
            .and(Fact.SINCE, firstAt);
    return gtin.isPresent() ? facts.and(Fact.GTIN, gtin.get()) : facts;
  }
}
