package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Puts scans of days long gone into a brand's journal, as if they had been made then. */
final class OldScans {
  private static final int LANE = 3;
  private static final List<String> PROVINCES = List.of("440000", "330000", "310000", "");
  private static final List<String> OUTCOMES =
      List.of("GENUINE_FIRST", "GENUINE_REPEAT", "SUSPECT");
  private static final String INSERT =
      "INSERT INTO scan (brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen,"
          + " batch_number, item_number, kind, outcome, reasons, policy_version, device,"
          + " user_agent_id, language, network, carrier, country, province, city, place_source,"
          + " latitude, longitude, uncertainty) VALUES (?, ?, ?, ?, ?, 1, ?, 1, ?, 'INNER', ?, '', 1, ?,"
          + " 1, 'zh', '113.88.12.0/24', 'CHINA_TELECOM', 'CN', ?, '', 'ADDRESS', 22.5431, 114.0579, 50)";

  private final AgroalDataSource database;
  private final long brandId;
  private final AtomicLong seq = new AtomicLong();
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

  OldScans(AgroalDataSource database, long brandId) {
    this.database = database;
    this.brandId = brandId;
  }

  /** Adds scans spread over that day, some of them by the same devices. */
  void add(LocalDate day, int count) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < count; i++) {
        LocalDateTime at = day.atStartOfDay().plusSeconds(random.nextInt(86_400));
        insert.setLong(1, brandId);
        insert.setInt(2, LANE);
        insert.setLong(3, seq.incrementAndGet());
        insert.setBytes(4, bytes(UUID.randomUUID()));
        insert.setObject(5, at);
        insert.setLong(6, random.nextInt(100_000));
        insert.setInt(7, random.nextInt(1_000));
        insert.setString(8, OUTCOMES.get(random.nextInt(OUTCOMES.size())));
        insert.setBytes(9, bytes(new UUID(brandId, random.nextInt(50))));
        insert.setString(10, PROVINCES.get(random.nextInt(PROVINCES.size())));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** A position for the brand's last scan. */
  void refine(LocalDateTime at) throws SQLException {
    execute(
        "INSERT INTO scan_refinement (brand_id, lane, seq, scan_id, at) SELECT brand_id, lane, seq + 1,"
            + " scan_id, '%s' FROM scan WHERE brand_id = %d ORDER BY seq DESC LIMIT 1",
        at, brandId);
    seq.incrementAndGet();
  }

  /** Lets every projection that there is have read all that was added. */
  void follow() throws SQLException {
    execute(
        "INSERT INTO projection_position (projection, brand_id, lane, next_seq)"
            + " SELECT DISTINCT projection, %d, %d, %d FROM projection_position"
            + " ON DUPLICATE KEY UPDATE next_seq = VALUES(next_seq)",
        brandId, LANE, seq.get() + 1);
  }

  /** A projection that is not there yet has read nothing. */
  void stall(String projection) throws SQLException {
    execute(
        "INSERT INTO projection_position (projection, brand_id, lane, next_seq) VALUES ('%s', %d, %d, 1)",
        projection, brandId, LANE);
  }

  void forget(String projection) throws SQLException {
    execute("DELETE FROM projection_position WHERE projection = '%s'", projection);
  }

  long count(LocalDate day) throws SQLException {
    return number(
        "SELECT COUNT(*) FROM scan WHERE brand_id = %d AND DATE(scanned_at) = '%s'", brandId, day);
  }

  long number(String sql, Object... arguments) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(arguments))) {
      row.next();
      return row.getLong(1);
    }
  }

  void execute(String sql, Object... arguments) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(arguments));
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
