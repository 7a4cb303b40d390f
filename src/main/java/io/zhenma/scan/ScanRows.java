package io.zhenma.scan;

import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.place.Place;
import io.zhenma.place.Position;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table scan: what the journal writes and what it looks up to count an id once. */
final class ScanRows {
  private static final String INSERT =
      "INSERT INTO scan (brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen,"
          + " batch_number, item_number, kind, outcome, reasons, score, policy_version, device, user_agent_id,"
          + " language, network, carrier, country, province, city, place_source, latitude, longitude,"
          + " uncertainty, consented_at, visitor)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT scan_id, batch_number, item_number, kind, outcome, reasons, score FROM scan"
          + " WHERE brand_id = ? AND scanned_at BETWEEN ? AND ? AND scan_id IN ";

  /** How long a scan id is remembered: by then every page and application has had its answer. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private ScanRows() {}

  /** A scan that is in the journal already. */
  record Stored(CodeContent content, Verdict verdict) {}

  /**
   * The scans with these ids made within a week of the period from {@code first} to {@code last};
   * within a transaction that has locked their items, all there are.
   */
  static Map<UUID, Stored> find(
      Connection connection, long brandId, Collection<UUID> ids, Instant first, Instant last)
      throws SQLException {
    Map<UUID, Stored> found = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + Sql.parameters(1, ids.size()))) {
      int index = 1;
      select.setLong(index++, brandId);
      select.setObject(index++, Sql.utc(first.minus(REMEMBERED)));
      select.setObject(index++, Sql.utc(last.plus(REMEMBERED)));
      for (UUID id : ids) {
        select.setBytes(index++, Sql.bytes(id));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(Sql.uuid(row.getBytes("scan_id")), stored(row));
        }
      }
    }
    return found;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new CodeContent(
            CodeKind.valueOf(row.getString("kind")),
            row.getInt("batch_number"),
            row.getInt("item_number")),
        new Verdict(
            Outcome.valueOf(row.getString("outcome")),
            ItemHistories.reasons(row.getString("reasons")),
            row.getInt("score"),
            List.of()));
  }

  /** A scan and its verdict, to be written. */
  record Judged(JournalEntry entry, Verdict verdict) {}

  /** Writes rows with consecutive sequence numbers from {@code firstSeq}. */
  static void insert(Connection connection, int lane, long firstSeq, List<Judged> scans)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      long seq = firstSeq;
      for (Judged scan : scans) {
        bind(insert, lane, seq++, scan.entry(), scan.verdict());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement insert, int lane, long seq, JournalEntry scan, Verdict verdict)
      throws SQLException {
    insert.setLong(1, scan.brandId());
    insert.setInt(2, lane);
    insert.setLong(3, seq);
    insert.setBytes(4, Sql.bytes(scan.scanId()));
    insert.setObject(5, Sql.utc(scan.circumstances().at()));
    insert.setLong(6, scan.productId());
    insert.setLong(7, scan.listPriceFen());
    insert.setInt(8, scan.content().batch());
    insert.setInt(9, scan.content().item());
    insert.setString(10, scan.content().kind().name());
    insert.setString(11, verdict.outcome().name());
    insert.setString(12, ItemHistories.reasons(verdict.reasons()));
    insert.setInt(13, verdict.score());
    insert.setInt(14, scan.policy().version());
    insert.setBytes(15, scan.device().bytes());
    insert.setLong(16, scan.userAgent().id());
    insert.setString(17, scan.language());
    insert.setString(18, scan.network());
    bindPlace(insert, scan.circumstances().place());
    insert.setObject(27, scan.consented() ? Sql.utc(scan.circumstances().at()) : null);
    insert.setString(28, scan.visitor().name());
  }

  /**
   * Coordinates are stored only when the person gave them; a network's middle is known from its
   * city.
   */
  private static void bindPlace(PreparedStatement insert, Place place) throws SQLException {
    Position exact = ExactPosition.of(place);
    insert.setString(19, place.carrier().name());
    insert.setString(20, place.country());
    insert.setString(21, place.province());
    insert.setString(22, place.city());
    insert.setString(23, place.source().name());
    Sql.setDouble(insert, 24, exact == null ? null : exact.latitude());
    Sql.setDouble(insert, 25, exact == null ? null : exact.longitude());
    insert.setDouble(26, place.uncertaintyMetres());
  }
}
