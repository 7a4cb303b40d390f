package io.zhenma.reconciliation;

import io.zhenma.issuing.BatchRows;
import io.zhenma.issuing.ItemRange;
import io.zhenma.issuing.ItemSet;
import io.zhenma.issuing.ItemSetBuilder;
import io.zhenma.reconciliation.Discrepancy.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Reads what is known of a batch, part by part, so that memory does not depend on its size. */
final class BatchEvidence {
  private static final String DELIVERED =
      "SELECT first_item, item_count FROM delivery WHERE brand_id = ? AND batch_number = ?"
          + " AND (state = 'READY' OR (state = 'EXPIRED'"
          + " AND codes_done >= item_count * CASE kind WHEN 'both' THEN 2 ELSE 1 END))";

  private final Connection connection;
  private final long brandId;
  private final int number;
  private final BatchRows.Locked batch;
  private final ItemSet delivered;

  /**
   * @param connection in a transaction that sees one moment
   */
  BatchEvidence(Connection connection, long brandId, int number, BatchRows.Locked batch)
      throws SQLException {
    this.connection = connection;
    this.brandId = brandId;
    this.number = number;
    this.batch = batch;
    this.delivered = delivered();
  }

  /** What was told of the batch at all. */
  Set<Source> sources() throws SQLException {
    Set<Source> sources = EnumSet.noneOf(Source.class);
    if (!delivered.isEmpty()) {
      sources.add(Source.DELIVERIES);
    }
    try (PreparedStatement select =
            prepare("SELECT 1 FROM print_report WHERE brand_id = ? AND batch_number = ? LIMIT 1");
        ResultSet row = select.executeQuery()) {
      if (row.next()) {
        sources.add(Source.PRINT_REPORTS);
      }
    }
    return sources;
  }

  Evidence of(ItemRange part) throws SQLException {
    int first = part.first();
    int last = part.last();
    return new Evidence(
        ItemSet.of(first, last),
        batch.state(),
        BatchRows.exceptions(connection, brandId, number, first, last),
        PrintReports.RANGES.within(connection, brandId, number, first, last),
        delivered,
        scanned(first, last));
  }

  /**
   * Codes of a delivery whose files are gone after their time left all the same, if it was whole.
   */
  private ItemSet delivered() throws SQLException {
    ItemSetBuilder items = new ItemSetBuilder();
    try (PreparedStatement select = prepare(DELIVERED);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        items.add(row.getInt(1), row.getInt(1) + row.getInt(2) - 1);
      }
    }
    return items.build();
  }

  private ItemSet scanned(int first, int last) throws SQLException {
    ItemSetBuilder items = new ItemSetBuilder();
    try (PreparedStatement select =
        prepare(
            "SELECT item_number FROM item_history WHERE brand_id = ? AND batch_number = ?"
                + " AND item_number BETWEEN ? AND ? ORDER BY item_number")) {
      select.setInt(3, first);
      select.setInt(4, last);
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items.add(row.getInt(1));
        }
      }
    }
    return items.build();
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setLong(1, brandId);
    select.setInt(2, number);
    return select;
  }
}
