package io.zhenma.issuing;

import io.zhenma.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table batch_move. */
final class MoveRows {
  /** Scans at a line that are no farther apart than this are one move. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  /** Several people may scan one batch at once, each with a move that goes on. */
  private static final int LATEST = 20;

  private static final String COLUMNS =
      "scope, from_state, to_state, first_item, last_item, item_count, reason, user_id, at, last_at";
  private static final String OF_BATCH =
      " FROM batch_move WHERE brand_id = ? AND batch_number = ? ORDER BY id";

  private MoveRows() {}

  /** A batch's moves, the oldest first. */
  static List<BatchMove> of(Connection connection, long brandId, int batch) throws SQLException {
    List<BatchMove> moves = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + OF_BATCH)) {
      select.setLong(1, brandId);
      select.setInt(2, batch);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          moves.add(move(row));
        }
      }
    }
    return moves;
  }

  static void add(Connection connection, long brandId, int batch, BatchMove move)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO batch_move (brand_id, batch_number, "
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, brandId);
      insert.setInt(2, batch);
      insert.setString(3, move.scope().name());
      insert.setString(4, move.from().name());
      insert.setString(5, move.to().name());
      insert.setInt(6, move.first());
      insert.setInt(7, move.last());
      insert.setLong(8, move.count());
      insert.setString(9, move.reason());
      insert.setLong(10, move.userId());
      insert.setObject(11, Sql.utc(move.at()));
      insert.setObject(12, Sql.utc(move.lastAt()));
      insert.executeUpdate();
    }
  }

  /**
   * Adds a move by line scans, or lets the one before it go on: a line that scans a million items
   * leaves a move, not a million.
   *
   * @return whether it is a move of its own
   */
  static boolean addOrContinue(Connection connection, long brandId, int batch, BatchMove move)
      throws SQLException {
    OptionalLong open = open(connection, brandId, batch, move);
    if (open.isEmpty()) {
      add(connection, brandId, batch, move);
      return true;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE batch_move SET first_item = LEAST(first_item, ?),"
                + " last_item = GREATEST(last_item, ?), item_count = item_count + ?, last_at = ?"
                + " WHERE id = ?")) {
      update.setInt(1, move.first());
      update.setInt(2, move.last());
      update.setLong(3, move.count());
      update.setObject(4, Sql.utc(move.lastAt()));
      update.setLong(5, open.getAsLong());
      update.executeUpdate();
    }
    return false;
  }

  private static OptionalLong open(Connection connection, long brandId, int batch, BatchMove move)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT " + COLUMNS + ", id" + OF_BATCH + " DESC LIMIT " + LATEST)) {
      select.setLong(1, brandId);
      select.setInt(2, batch);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (continues(move(row), move)) {
            return OptionalLong.of(row.getLong("id"));
          }
        }
      }
    }
    return OptionalLong.empty();
  }

  private static boolean continues(BatchMove before, BatchMove move) {
    return before.scope() == MoveScope.LINE
        && before.from() == move.from()
        && before.to() == move.to()
        && before.userId() == move.userId()
        && before.reason().equals(move.reason())
        && before.lastAt().plus(PAUSE).isAfter(move.at());
  }

  private static BatchMove move(ResultSet row) throws SQLException {
    Instant at = instant(row, "at").orElseThrow();
    return new BatchMove(
        MoveScope.valueOf(row.getString("scope")),
        BatchState.valueOf(row.getString("from_state")),
        BatchState.valueOf(row.getString("to_state")),
        row.getInt("first_item"),
        row.getInt("last_item"),
        row.getLong("item_count"),
        row.getString("reason"),
        row.getLong("user_id"),
        at,
        instant(row, "last_at").orElse(at));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
        .map(time -> time.toInstant(ZoneOffset.UTC));
  }
}
