package io.zhenma.scan;

import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.sql.Values;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Outcome;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a lane of the journal in order. */
final class JournalReader {
  private static final String COLUMNS =
      "s.scan_id, s.scanned_at, s.product_id, s.list_price_fen, s.batch_number, s.item_number,"
          + " s.kind, s.visitor, s.outcome, s.reasons, s.score, s.device,"
          + " s.user_agent_id, s.carrier, s.country, s.province, s.city";
  private static final String SCANS =
      "SELECT s.seq, "
          + COLUMNS
          + " FROM scan s WHERE s.brand_id = ? AND s.lane = ? AND s.seq >= ? AND s.seq < ? ORDER BY s.seq";
  private static final String REFINEMENTS =
      "SELECT r.seq, "
          + COLUMNS
          + " FROM scan_refinement r JOIN scan s ON s.brand_id = r.brand_id AND s.scan_id = r.scan_id"
          + " WHERE r.brand_id = ? AND r.lane = ? AND r.seq >= ? AND r.seq < ? ORDER BY r.seq";

  private JournalReader() {}

  /** The events with numbers from {@code from} up to, not including, {@code to}, in their order. */
  static List<ScanEvent> read(PreparedSession session, long brandId, int lane, long from, long to)
      throws SQLException {
    SortedMap<Long, ScanEvent> events = new TreeMap<>();
    add(events, session, SCANS, false, brandId, lane, from, to);
    add(events, session, REFINEMENTS, true, brandId, lane, from, to);
    return List.copyOf(events.values());
  }

  private static void add(
      SortedMap<Long, ScanEvent> events,
      PreparedSession session,
      String sql,
      boolean refined,
      long brandId,
      int lane,
      long from,
      long to)
      throws SQLException {
    PreparedStatement select = session.prepared(sql);
    new Values(select).add(brandId).add(lane).add(from).add(to);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        events.put(row.getLong("seq"), event(row, refined));
      }
    }
  }

  private static ScanEvent event(ResultSet row, boolean refined) throws SQLException {
    return new ScanEvent(
        refined,
        Sql.uuid(row.getBytes("scan_id")),
        row.getObject("scanned_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("product_id"),
        row.getLong("list_price_fen"),
        row.getInt("batch_number"),
        row.getInt("item_number"),
        CodeKind.valueOf(row.getString("kind")),
        VisitorKind.valueOf(row.getString("visitor")),
        Outcome.valueOf(row.getString("outcome")),
        List.copyOf(ItemHistories.reasons(row.getString("reasons"))),
        row.getInt("score"),
        new Fingerprint(row.getBytes("device")),
        row.getLong("user_agent_id"),
        row.getString("carrier"),
        row.getString("country"),
        row.getString("province"),
        row.getString("city"));
  }
}
