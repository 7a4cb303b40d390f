package io.zhenma.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a consumer told a brand of an item. */
@Entity
@Table(name = "complaint")
class Complaint {
  @EmbeddedId @Column Id id;

  @Column(name = "scan_id", columnDefinition = "binary(16)")
  byte[] scanId;

  @Column(columnDefinition = "binary(16)")
  byte[] device;

  @Column(columnDefinition = "varchar(4700)")
  String code;

  @Column(columnDefinition = "char(14)")
  @Nullable String gtin;

  @Column @Nullable Integer batch;
  @Column @Nullable Integer item;
  @Column String outcome;

  @Column(name = "bought_at")
  String boughtAt;

  @Column String message;

  /** Sealed; see {@link Secrets}. */
  @Column byte @Nullable [] contact;

  @Column(name = "consented_at")
  @Nullable Instant consentedAt;

  @Column(name = "has_photo")
  boolean hasPhoto;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  ComplaintState state;

  @Column String note;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  @Nullable Long changedBy;

  @Version @Column int version;

  /** Whose, and what it is called. */
  @Embeddable
  record Id(
      @Column(name = "brand_id") long brandId,
      @Column(name = "reference", columnDefinition = "char(8)") String reference)
      implements Serializable {}
}
