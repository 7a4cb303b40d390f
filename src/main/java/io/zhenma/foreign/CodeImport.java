package io.zhenma.foreign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An import of codes: what was asked for, how far it has come, how it ended. */
@Entity
@Table(name = "code_import")
class CodeImport {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  ImportState state;

  @Column(name = "check_only")
  boolean checkOnly;

  @Column(name = "ignore_case")
  boolean ignoreCase;

  @Column(columnDefinition = "char(14)")
  @Nullable String gtin;

  @Column @Nullable String lot;

  @Column(name = "produced_on")
  LocalDate producedOn;

  @Column(name = "file_bytes")
  long fileBytes;

  @Column(name = "read_bytes")
  long readBytes;

  @Column(name = "rows_read")
  int rowsRead;

  @Column int accepted;
  @Column int refused;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  @Nullable ImportFailure failure;

  @Column(name = "failure_line")
  @Nullable Integer failureLine;

  @Column(name = "failure_detail")
  @Nullable String failureDetail;

  @Column(name = "created_by")
  long createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "finished_at")
  @Nullable Instant finishedAt;

  @Column(name = "seen_at")
  Instant seenAt;

  @Column boolean swept;

  ImportJob job() {
    return new ImportJob(
        id,
        brandId,
        checkOnly,
        new ImportDefaults(Optional.ofNullable(gtin), Optional.ofNullable(lot), ignoreCase));
  }
}
