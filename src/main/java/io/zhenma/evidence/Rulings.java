package io.zhenma.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenma.issuing.Issuing;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.ItemLedger;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Ruling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Keeps what operators decide about items. History, list, state of the item and audit log change
 * together or not at all, under the lock under which the journal judges the item's scans.
 */
@ApplicationScoped
class Rulings {
  private static final int LONGEST_REASON = 300;

  private final AgroalDataSource database;
  private final Issuing issuing;
  private final AuditLog audit;

  Rulings(AgroalDataSource database, Issuing issuing, AuditLog audit) {
    this.database = database;
    this.issuing = issuing;
    this.audit = audit;
  }

  /**
   * Decides about an item that the brand has issued. A later ruling takes an earlier one back, but
   * for one that made the item void, which is for good.
   *
   * @throws ProblemException conflict when somebody else decided meanwhile, or the item is void
   */
  @Transactional(rollbackOn = SQLException.class)
  void rule(RulingOrder order) throws SQLException {
    if (order.kind() == Ruling.Kind.VOIDED) {
      // The batch's row is locked before the item's; nobody locks them the other way round
      issuing.voidItem(
          order.brandId(), order.userId(), order.batch(), order.item(), reason(order.note()));
    }
    try (Connection connection = database.getConnection()) {
      ItemHistory known = ItemLedger.lock(connection, order.brandId(), order.batch(), order.item());
      int last = RulingRows.last(connection, order.brandId(), order.batch(), order.item());
      check(order, known, last);
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      ItemHistory ruled = known.ruled(new Ruling(order.kind(), now));
      ItemLedger.save(connection, order.brandId(), order.batch(), order.item(), ruled);
      RulingRows.add(
          connection, order, last + 1, LocalDateTime.ofInstant(now, ZoneOffset.UTC), known);
    }
    audit.record(
        order.brandId(),
        order.userId(),
        "item-ruled",
        "item:" + order.batch() + "/" + order.item(),
        order.kind() + ": " + order.note());
  }

  private static void check(RulingOrder order, ItemHistory known, int last) {
    if (order.seen().isPresent() && order.seen().getAsInt() != last) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "seen", "ruling-seen");
    }
    if (known.ruling().filter(before -> before.kind() == Ruling.Kind.VOIDED).isPresent()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "kind", "ruling-void");
    }
  }

  /** A move's reason is shorter than a note, which is kept whole beside it. */
  private static String reason(String note) {
    if (note.length() <= LONGEST_REASON) {
      return note;
    }
    int end = LONGEST_REASON - 1;
    boolean splits = Character.isHighSurrogate(note.charAt(end - 1));
    return note.substring(0, splits ? end - 1 : end) + "…";
  }
}
