package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A table with the columns brand_id, batch_number, first_item, last_item and state, whose key is
 * the first three, and whose ranges don't overlap within a batch. Whoever writes holds the lock of
 * the batch's row, see {@link BatchRows#lock}.
 *
 * @param <S> the states
 */
public final class RangeTable<S extends Enum<S>> {
  /** More places than this in one batch are read as a whole. */
  private static final int MOST_PLACES = 1_000;

  private final Class<S> states;
  private final String select;
  private final String table;

  /**
   * @param table its name, which is no user's text
   */
  public RangeTable(String table, Class<S> states) {
    this.states = states;
    this.table = table;
    this.select =
        "SELECT first_item, last_item, state FROM "
            + table
            + " WHERE brand_id = ? AND batch_number = ? AND first_item ";
  }

  /** The ranges that hold an item from {@code first} to {@code last}, whole. */
  public RangeMap<S> within(Connection connection, long brandId, int batch, int first, int last)
      throws SQLException {
    Map<Integer, RangeMap.Entry<S>> found = new HashMap<>();
    try (PreparedStatement query = window(connection)) {
      read(query, brandId, batch, first, last, found);
    }
    return RangeMap.of(states, found.values());
  }

  /** The ranges that hold one of these items or are next to one: all that a change may touch. */
  public RangeMap<S> around(Connection connection, long brandId, int batch, ItemSet items)
      throws SQLException {
    Map<Integer, RangeMap.Entry<S>> found = new HashMap<>();
    ItemSet places =
        items.rangeCount() <= MOST_PLACES ? items : ItemSet.of(items.first(), items.last());
    try (PreparedStatement query = window(connection)) {
      for (ItemRange place : places.ranges()) {
        int first = Math.max(0, place.first() - 1);
        int last = (int) Math.min(CodeContent.MAX_ITEMS - 1, (long) place.last() + 1);
        read(query, brandId, batch, first, last, found);
      }
    }
    return RangeMap.of(states, found.values());
  }

  /** The range that starts before the window may reach into it; of disjoint ones only the last. */
  private PreparedStatement window(Connection connection) throws SQLException {
    return connection.prepareStatement(
        select + "BETWEEN ? AND ? UNION ALL (" + select + "< ? ORDER BY first_item DESC LIMIT 1)");
  }

  private void read(
      PreparedStatement query,
      long brandId,
      int batch,
      int first,
      int last,
      Map<Integer, RangeMap.Entry<S>> found)
      throws SQLException {
    query.setLong(1, brandId);
    query.setInt(2, batch);
    query.setInt(3, first);
    query.setInt(4, last);
    query.setLong(5, brandId);
    query.setInt(6, batch);
    query.setInt(7, first);
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        if (row.getInt(2) >= first) {
          found.put(
              row.getInt(1),
              new RangeMap.Entry<>(
                  row.getInt(1), row.getInt(2), Enum.valueOf(states, row.getString(3))));
        }
      }
    }
  }

  /** Writes what changed from {@code before} to {@code after}, two values of the same part. */
  public void write(
      Connection connection, long brandId, int batch, RangeMap<S> before, RangeMap<S> after)
      throws SQLException {
    RangeMap.Difference<S> change = after.since(before);
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM "
                + table
                + " WHERE brand_id = ? AND batch_number = ? AND first_item = ?")) {
      for (int first : change.removed()) {
        delete.setLong(1, brandId);
        delete.setInt(2, batch);
        delete.setInt(3, first);
        delete.addBatch();
      }
      delete.executeBatch();
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " (brand_id, batch_number, first_item, last_item, state) VALUES (?, ?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE last_item = VALUES(last_item), state = VALUES(state)")) {
      for (RangeMap.Entry<S> range : change.written()) {
        upsert.setLong(1, brandId);
        upsert.setInt(2, batch);
        upsert.setInt(3, range.first());
        upsert.setInt(4, range.last());
        upsert.setString(5, range.note().name());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** The same for two values of all ranges of the batch, of which there may be very many. */
  void replace(
      Connection connection, long brandId, int batch, RangeMap<S> before, RangeMap<S> after)
      throws SQLException {
    if (after.rangeCount() > 0) {
      write(connection, brandId, batch, before, after);
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM " + table + " WHERE brand_id = ? AND batch_number = ?")) {
      delete.setLong(1, brandId);
      delete.setInt(2, batch);
      delete.executeUpdate();
    }
  }
}
