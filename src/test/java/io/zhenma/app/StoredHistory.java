package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.verification.Outcome;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the database holds of a drill's only batch, compared with what was acknowledged: nothing
 * lost, nothing twice, no other verdict than the one that was told, and one first scan an item.
 */
final class StoredHistory {
  private static final Duration FOLLOWED_WITHIN = Duration.ofMinutes(2);

  private final Connection connection;
  private final long brandId;
  private final Map<UUID, Ledger.Scan> scans = new HashMap<>();
  private final Map<Integer, Integer> scansOfItem = new HashMap<>();
  private final Map<Integer, UUID> firstOfItem = new HashMap<>();

  private StoredHistory(Connection connection, long brandId) throws SQLException {
    this.connection = connection;
    this.brandId = brandId;
    read();
  }

  /**
   * Fails where the database contradicts the ledger or itself.
   *
   * @return how many scans are stored
   */
  static int check(Connection connection, long brandId, Ledger ledger) throws SQLException {
    StoredHistory stored = new StoredHistory(connection, brandId);
    stored.holds(ledger);
    stored.agreesWithItemHistories();
    stored.lanesHaveNoGaps();
    stored.isFollowedExactlyOnce();
    return stored.scans.size();
  }

  private void read() throws SQLException {
    String sql = "SELECT scan_id, item_number, outcome FROM scan WHERE brand_id = ?";
    try (PreparedStatement select = select(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        UUID id = uuid(row.getBytes(1));
        Outcome outcome = Outcome.valueOf(row.getString(3));
        Ledger.Scan scan = new Ledger.Scan(row.getInt(2), outcome.slug());
        assertThat(scans.put(id, scan)).as("scan %s is stored once", id).isNull();
        scansOfItem.merge(scan.item(), 1, Integer::sum);
        if (outcome == Outcome.GENUINE_FIRST) {
          assertThat(firstOfItem.put(scan.item(), id))
              .as("another first scan of item %d", scan.item())
              .isNull();
        }
      }
    }
  }

  private void holds(Ledger ledger) {
    ledger
        .acknowledged()
        .forEach(
            (id, told) -> assertThat(scans.get(id)).as("acknowledged scan %s", id).isEqualTo(told));
    // Not containsAll of AssertJ, which compares each with each
    assertThat(ledger.sent().keySet().containsAll(scans.keySet()))
        .as("every stored scan was sent")
        .isTrue();
    assertThat(firstOfItem.keySet()).isEqualTo(scansOfItem.keySet());
  }

  private void agreesWithItemHistories() throws SQLException {
    String sql =
        "SELECT item_number, scans, first_scan_id FROM item_history WHERE brand_id = ? AND scans > 0";
    int items = 0;
    try (PreparedStatement select = select(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        items++;
        int item = row.getInt(1);
        assertThat(row.getInt(2)).as("scans of item %d", item).isEqualTo(scansOfItem.get(item));
        assertThat(uuid(row.getBytes(3)))
            .as("first scan of item %d", item)
            .isEqualTo(firstOfItem.get(item));
      }
    }
    assertThat(items).isEqualTo(scansOfItem.size());
  }

  private void lanesHaveNoGaps() throws SQLException {
    String sql =
        "SELECT l.lane, l.next_seq - 1, COUNT(s.seq), MIN(s.seq), MAX(s.seq) FROM journal_lane l"
            + " JOIN scan s ON s.brand_id = l.brand_id AND s.lane = l.lane WHERE l.brand_id = ?"
            + " GROUP BY l.lane, l.next_seq";
    try (PreparedStatement select = select(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long handedOut = row.getLong(2);
        assertThat(row.getLong(3)).as("rows of lane %d", row.getInt(1)).isEqualTo(handedOut);
        assertThat(row.getLong(4)).isEqualTo(1);
        assertThat(row.getLong(5)).isEqualTo(handedOut);
      }
    }
  }

  /** The scans of a day are counted from the journal by a projection of its own. */
  private void isFollowedExactlyOnce() throws SQLException {
    Instant deadline = Instant.now().plus(FOLLOWED_WITHIN);
    while (followed() < scans.size() && Instant.now().isBefore(deadline)) {
      Pause.millis(200);
    }
    assertThat(followed()).as("scans counted by day").isEqualTo(scans.size());
  }

  private long followed() throws SQLException {
    String sql = "SELECT COALESCE(SUM(scans), 0) FROM daily_scans WHERE brand_id = ?";
    try (PreparedStatement select = select(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private PreparedStatement select(String sql) throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setLong(1, brandId);
    return select;
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
