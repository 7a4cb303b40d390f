package io.zhenma.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Whether the scans that were acknowledged stand in the database, exactly once each.
 *
 * @param acknowledged scans answered with success
 * @param missing of them, not in the database
 * @param repeated of them, there more than once
 */
public record ReadBack(long acknowledged, long missing, long repeated) {
  static final ReadBack NONE = new ReadBack(0, 0, 0);

  /**
   * Looks up the acknowledged ids in the brand's journal, over a connection that has seen none of
   * the writing.
   *
   * @param since they were made at this time or later
   */
  static ReadBack of(
      Connection connection, long brandId, Instant since, Collection<UUID> acknowledged)
      throws SQLException {
    Map<UUID, Integer> stored = stored(connection, brandId, since);
    long missing = acknowledged.stream().filter(id -> !stored.containsKey(id)).count();
    long repeated = acknowledged.stream().filter(id -> stored.getOrDefault(id, 0) > 1).count();
    return new ReadBack(acknowledged.size(), missing, repeated);
  }

  private static Map<UUID, Integer> stored(Connection connection, long brandId, Instant since)
      throws SQLException {
    Map<UUID, Integer> stored = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT scan_id FROM scan WHERE brand_id = ? AND scanned_at >= ?")) {
      select.setLong(1, brandId);
      select.setObject(2, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(1));
          stored.merge(new UUID(bytes.getLong(), bytes.getLong()), 1, Integer::sum);
        }
      }
    }
    return stored;
  }

  /** Both together. */
  ReadBack plus(ReadBack other) {
    return new ReadBack(
        acknowledged + other.acknowledged, missing + other.missing, repeated + other.repeated);
  }

  /** Whether each was there exactly once. */
  public boolean nothingLost() {
    return missing == 0 && repeated == 0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "read back %,d acknowledged scans: %s",
        acknowledged,
        nothingLost()
            ? "each there exactly once"
            : String.format(Locale.ROOT, "%,d MISSING, %,d REPEATED", missing, repeated));
  }
}
