package io.zhenma.issuing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a batch and its items stand, in the tables batch and item_range. */
public final class BatchRows {
  static final RangeTable<BatchState> EXCEPTIONS = new RangeTable<>("item_range", BatchState.class);

  private static final String ITEM =
      "SELECT b.state, r.state, r.last_item FROM batch b LEFT JOIN item_range r"
          + " ON r.brand_id = b.brand_id AND r.batch_number = b.number AND r.first_item ="
          + " (SELECT MAX(first_item) FROM item_range"
          + " WHERE brand_id = ? AND batch_number = ? AND first_item <= ?)"
          + " WHERE b.brand_id = ? AND b.number = ?";

  private BatchRows() {}

  /**
   * Locks the batch until the transaction ends. Everything that is noted of ranges of its items is
   * changed under this lock alone.
   */
  public static Optional<Locked> lock(Connection connection, long brandId, int number)
      throws SQLException {
    return find(connection, brandId, number, " FOR UPDATE");
  }

  /** The batch as committed, without a lock. */
  public static Optional<Locked> read(Connection connection, long brandId, int number)
      throws SQLException {
    return find(connection, brandId, number, "");
  }

  /** The exceptions that hold an item from {@code first} to {@code last}, whole. */
  public static RangeMap<BatchState> exceptions(
      Connection connection, long brandId, int number, int first, int last) throws SQLException {
    return EXCEPTIONS.within(connection, brandId, number, first, last);
  }

  private static Optional<Locked> find(
      Connection connection, long brandId, int number, String locking) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT state, quantity, exceptions FROM batch WHERE brand_id = ? AND number = ?"
                + locking)) {
      select.setLong(1, brandId);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Locked(BatchState.valueOf(row.getString(1)), row.getLong(2), row.getInt(3)))
            : Optional.empty();
      }
    }
  }

  static void save(
      Connection connection, long brandId, int number, BatchState state, int exceptions)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE batch SET state = ?, exceptions = ?, version = version + 1"
                + " WHERE brand_id = ? AND number = ?")) {
      update.setString(1, state.name());
      update.setInt(2, exceptions);
      update.setLong(3, brandId);
      update.setInt(4, number);
      update.executeUpdate();
    }
  }

  /** All states of a batch by one statement, so that batch and exceptions are of one moment. */
  static Optional<ItemStates> states(Connection connection, long brandId, int number)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT b.state, b.quantity, r.first_item, r.last_item, r.state FROM batch b"
                + " LEFT JOIN item_range r ON r.brand_id = b.brand_id AND r.batch_number = b.number"
                + " WHERE b.brand_id = ? AND b.number = ?")) {
      select.setLong(1, brandId);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        return states(row);
      }
    }
  }

  private static Optional<ItemStates> states(ResultSet row) throws SQLException {
    List<RangeMap.Entry<BatchState>> exceptions = new ArrayList<>();
    BatchState state = BatchState.CREATED;
    long quantity = 0;
    while (row.next()) {
      state = BatchState.valueOf(row.getString(1));
      quantity = row.getLong(2);
      if (row.getString(5) != null) {
        exceptions.add(
            new RangeMap.Entry<>(
                row.getInt(3), row.getInt(4), BatchState.valueOf(row.getString(5))));
      }
    }
    return quantity == 0
        ? Optional.empty()
        : Optional.of(new ItemStates(state, quantity, RangeMap.of(BatchState.class, exceptions)));
  }

  /** The state of one item by one look at one place of the index, however many exceptions. */
  static Optional<BatchState> item(Connection connection, long brandId, int number, int item)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ITEM)) {
      select.setLong(1, brandId);
      select.setInt(2, number);
      select.setInt(3, item);
      select.setLong(4, brandId);
      select.setInt(5, number);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        boolean inRange = row.getString(2) != null && item <= row.getInt(3);
        return Optional.of(BatchState.valueOf(row.getString(inRange ? 2 : 1)));
      }
    }
  }

  /**
   * A batch's row.
   *
   * @param exceptions how many ranges of items are in another state than the batch
   */
  public record Locked(BatchState state, long quantity, int exceptions) {}
}
