package io.zhenma.scan;

import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.place.Place;
import io.zhenma.place.Position;
import io.zhenma.sql.ManyRows;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.sql.Values;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Verdict;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The table scan: what the journal writes and what it looks up to count an id once. */
final class ScanRows {
  private static final ManyRows INSERT =
      ManyRows.once(
          "INSERT INTO scan (brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen,"
              + " batch_number, item_number, kind, visitor, outcome, reasons, score,"
              + " policy_version, device, user_agent_id, language, network, carrier, country,"
              + " province, city, place_source, latitude, longitude, uncertainty, consented_at)"
              + " VALUES",
          28,
          "");
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
      PreparedSession session, long brandId, List<UUID> ids, Instant first, Instant last)
      throws SQLException {
    int size = Sql.padded(ids.size());
    PreparedStatement select = session.prepared(SELECT + Sql.rows(1, size));
    Values values = new Values(select);
    values.add(brandId).add(first.minus(REMEMBERED)).add(last.plus(REMEMBERED));
    for (int i = 0; i < size; i++) {
      values.add(ids.get(Math.min(i, ids.size() - 1)));
    }
    Map<UUID, Stored> found = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.put(Sql.uuid(row.getBytes("scan_id")), stored(row));
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
  static void insert(PreparedSession session, int lane, long firstSeq, List<Judged> scans)
      throws SQLException {
    AtomicLong seq = new AtomicLong(firstSeq);
    INSERT.write(
        session,
        scans,
        (values, scan) -> bind(values, lane, seq.getAndIncrement(), scan.entry(), scan.verdict()));
  }

  private static void bind(Values values, int lane, long seq, JournalEntry scan, Verdict verdict)
      throws SQLException {
    Instant at = scan.circumstances().at();
    values
        .add(scan.brandId())
        .add(lane)
        .add(seq)
        .add(scan.scanId())
        .add(at)
        .add(scan.productId())
        .add(scan.listPriceFen())
        .add(scan.content().batch())
        .add(scan.content().item())
        .add(scan.content().kind().name())
        .add(scan.visitor().name())
        .add(verdict.outcome().name())
        .add(ItemHistories.reasons(verdict.reasons()))
        .add(verdict.score())
        .add(scan.policy().version())
        .add(scan.device().bytes())
        .add(scan.userAgent().id())
        .add(scan.language())
        .add(scan.network());
    bindPlace(values, scan.circumstances().place());
    values.add(scan.consented() ? at : null);
  }

  /**
   * Coordinates are stored only when the person gave them; a network's middle is known from its
   * city.
   */
  private static void bindPlace(Values values, Place place) throws SQLException {
    Position exact = ExactPosition.of(place);
    values
        .add(place.carrier().name())
        .add(place.country())
        .add(place.province())
        .add(place.city())
        .add(place.source().name())
        .addNullable(exact == null ? null : exact.latitude())
        .addNullable(exact == null ? null : exact.longitude())
        .add(place.uncertaintyMetres());
  }
}
