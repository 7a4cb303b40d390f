package io.zhenma.evidence;

import io.zhenma.problem.FieldRule;
import io.zhenma.scan.SuspectState;
import io.zhenma.verification.Reason;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which suspect items are asked for, newest first.
 *
 * @param minScore least score, 0 to 100
 * @param before where the last page ended
 * @param size 1 to 200
 */
record SuspectQuery(
    long brandId,
    Optional<SuspectState> state,
    Optional<String> gtin,
    Optional<Integer> batch,
    Optional<Reason> reason,
    int minScore,
    Optional<SuspectCursor> before,
    int size) {
  private static final int MOST = 200;
  private static final int MOST_POINTS = 100;

  /**
   * The list alone first, in the order of its index: joined, the database would read all of the
   * brand's suspect items and sort them.
   */
  private static final String ROWS =
      "SELECT x.*, h.scans, h.sessions, h.sightings, h.first_verified_at, h.first_country,"
          + " h.first_province, h.first_city, h.ruled_at"
          + " FROM (SELECT x.* FROM suspect_item x WHERE x.brand_id = ?";

  private static final String NEWEST =
      " ORDER BY x.since DESC, x.batch_number DESC, x.item_number DESC";
  private static final String HISTORIES =
      ") x JOIN item_history h ON h.brand_id = x.brand_id AND h.batch_number = x.batch_number"
          + " AND h.item_number = x.item_number";

  /** A value of each row, not a join, for the same reason. */
  private static final String OF_PRODUCT =
      " AND (SELECT p.gtin FROM batch b JOIN product p ON p.brand_id = b.brand_id"
          + " AND p.id = b.product_id WHERE b.brand_id = x.brand_id AND b.number = x.batch_number)"
          + " = ?";

  private static final String BEFORE =
      " AND x.since <= ? AND (x.since < ? OR x.batch_number < ?"
          + " OR (x.batch_number = ? AND x.item_number < ?))";

  SuspectQuery {
    FieldRule.range("size", size, 1, MOST);
    FieldRule.range("minScore", minScore, 0, MOST_POINTS);
  }

  /** One more than asked for, which tells whether there are more. */
  Select select() {
    StringBuilder sql = new StringBuilder(ROWS);
    List<Object> values = new ArrayList<>(List.of(brandId));
    state.ifPresent(wanted -> add(sql, values, " AND x.state = ?", wanted.name()));
    batch.ifPresent(wanted -> add(sql, values, " AND x.batch_number = ?", wanted));
    gtin.ifPresent(wanted -> add(sql, values, OF_PRODUCT, wanted));
    reason.ifPresent(
        wanted -> add(sql, values, " AND FIND_IN_SET(?, x.reasons) > 0", wanted.name()));
    if (minScore > 0) {
      add(sql, values, " AND x.score >= ?", minScore);
    }
    before.ifPresent(
        cursor -> {
          LocalDateTime since = LocalDateTime.ofInstant(cursor.since(), ZoneOffset.UTC);
          add(sql, values, BEFORE, since, since, cursor.batch(), cursor.batch(), cursor.item());
        });
    add(sql, values, NEWEST + " LIMIT ?" + HISTORIES + NEWEST, size + 1);
    return new Select(sql.toString(), values);
  }

  private static void add(StringBuilder sql, List<Object> values, String part, Object... more) {
    sql.append(part);
    values.addAll(List.of(more));
  }

  /** SQL and its parameters in order. */
  record Select(String sql, List<Object> values) {}
}
