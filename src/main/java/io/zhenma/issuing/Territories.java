package io.zhenma.issuing;

import io.zhenma.problem.FieldRule;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Changes where a batch may be sold, at any time of its life. */
@ApplicationScoped
class Territories {
  private static final int LONGEST_NOTE = 200;

  private final Batches batches;
  private final Catalogue catalogue;
  private final AuditLog audit;

  Territories(Batches batches, Catalogue catalogue, AuditLog audit) {
    this.batches = batches;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * Scans made within {@link io.zhenma.sql.Remembered#FRESH} on other replicas may still be judged
   * by the former territory; verdicts that were given stay.
   *
   * @param soldIn as {@link Territory#wanted} gives it
   * @param note 1 to 200 characters: why
   */
  @Transactional
  BatchView change(long brandId, long userId, int number, Set<String> soldIn, String note) {
    String why = FieldRule.plainText("note", note, LONGEST_NOTE);
    Batch batch = batches.requireLocked(brandId, number);
    String before = batch.soldIn;
    batch.soldIn = Territory.stored(soldIn);
    String detail = why + ": " + words(before) + " to " + words(batch.soldIn);
    audit.record(brandId, userId, "batch-territory-changed", "batch:" + number, detail);
    catalogue.forget(brandId, number);
    return batch.view();
  }

  private static String words(String stored) {
    return stored.isEmpty() ? "everywhere" : stored;
  }
}
