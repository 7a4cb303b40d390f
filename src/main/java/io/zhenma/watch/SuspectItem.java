package io.zhenma.watch;

import io.zhenma.alert.AlertSubject;
import io.zhenma.alert.Fact;
import io.zhenma.alert.Facts;
import io.zhenma.scan.Rows;
import io.zhenma.scan.ScanEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An item that verdicts call copied. */
record SuspectItem(
    long brandId,
    int batch,
    int item,
    Instant firstAt,
    Instant lastAt,
    int scans,
    SortedSet<String> provinces) {
  private static final int MOST_PROVINCES = 16;
  private static final String SAVE =
      "INSERT INTO suspect_item (brand_id, batch_number, item_number, first_at, last_at, scans,"
          + " provinces) VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
          + " first_at = VALUES(first_at), last_at = VALUES(last_at), scans = VALUES(scans),"
          + " provinces = VALUES(provinces)";

  static SuspectItem of(long brandId, ScanEvent event) {
    return new SuspectItem(
        brandId, event.batch(), event.item(), event.at(), event.at(), 0, new TreeSet<>());
  }

  /** The stored row, locked until the transaction ends. */
  static Optional<SuspectItem> lock(Connection connection, long brandId, int batch, int item)
      throws SQLException {
    return Rows.list(
            connection,
            "SELECT first_at, last_at, scans, provinces FROM suspect_item"
                + " WHERE brand_id = ? AND batch_number = ? AND item_number = ? FOR UPDATE",
            List.of(brandId, batch, item),
            row ->
                new SuspectItem(
                    brandId,
                    batch,
                    item,
                    row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getInt(3),
                    set(row.getString(4))))
        .stream()
        .findFirst();
  }

  private static SortedSet<String> set(String text) {
    return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(text.split(",")));
  }

  /** With a scan that a verdict called copied. */
  SuspectItem and(ScanEvent event) {
    SortedSet<String> more = new TreeSet<>(provinces);
    if (!event.province().isBlank() && more.size() < MOST_PROVINCES) {
      more.add(event.province());
    }
    return new SuspectItem(
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
      save.setObject(4, LocalDateTime.ofInstant(firstAt, ZoneOffset.UTC));
      save.setObject(5, LocalDateTime.ofInstant(lastAt, ZoneOffset.UTC));
      save.setInt(6, scans);
      save.setString(7, String.join(",", provinces));
      save.executeUpdate();
    }
  }

  void delete(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM suspect_item"
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
