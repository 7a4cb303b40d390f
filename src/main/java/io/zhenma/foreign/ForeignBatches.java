package io.zhenma.foreign;

import io.zhenma.issuing.AdoptedBatch;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Issuing;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends imports well: batches, groups and the import's own end in one transaction. */
@ApplicationScoped
class ForeignBatches {
  private static final String INSERT =
      "INSERT INTO foreign_group (brand_id, import_id, group_number, gtin, lot, expires_on, quantity,"
          + " batch_number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

  private final CodeImports imports;
  private final Issuing issuing;
  private final AuditLog audit;
  private final EntityManager entities;

  ForeignBatches(CodeImports imports, Issuing issuing, AuditLog audit, EntityManager entities) {
    this.imports = imports;
    this.issuing = issuing;
    this.audit = audit;
    this.entities = entities;
  }

  /**
   * Makes a batch of each group, and so all codes of the import visible at once; of a check, only
   * notes what would be made.
   *
   * @throws CancelledException when somebody has ended the import
   */
  @Transactional(rollbackOn = CancelledException.class)
  void make(ImportJob job, ImportCounts counts, List<ImportGroups.Group> groups)
      throws CancelledException {
    if (!imports.finish(job, counts)) {
      throw new CancelledException();
    }
    CodeImport done = imports.findById(job.id());
    for (ImportGroups.Group group : groups) {
      if (job.checkOnly()) {
        insert(job, group, group.of().expiresOn().orElse(null), null);
      } else {
        BatchView made = adopt(done, group);
        insert(job, group, made.expiresOn(), made.number());
      }
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%d taken, %d refused, %d batches",
            counts.accepted(),
            counts.refused(),
            groups.size());
    audit.record(
        job.brandId(),
        done.createdBy,
        job.checkOnly() ? "code-import-checked" : "code-import-done",
        "code-import:" + job.id(),
        detail);
  }

  private BatchView adopt(CodeImport from, ImportGroups.Group group) {
    AdoptedBatch wanted =
        new AdoptedBatch(
            group.of().gtin(),
            group.quantity(),
            group.of().lot(),
            from.producedOn,
            group.of().expiresOn());
    return issuing.adoptBatch(from.brandId, from.createdBy, wanted);
  }

  private void insert(
      ImportJob job,
      ImportGroups.Group group,
      @Nullable LocalDate expiresOn,
      @Nullable Integer batch) {
    entities
        .createNativeQuery(INSERT)
        .setParameter(1, job.brandId())
        .setParameter(2, job.id())
        .setParameter(3, group.number())
        .setParameter(4, group.of().gtin())
        .setParameter(5, group.of().lot())
        .setParameter(6, expiresOn)
        .setParameter(7, group.quantity())
        .setParameter(8, batch)
        .executeUpdate();
  }
}
