package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when; or what was refused, how often within an hour, and where it came from.
 * Refusals are written by {@link RefusalRows}.
 */
@Entity
@Table(name = "audit_entry")
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  @Nullable Long brandId;

  @Column(name = "user_id")
  @Nullable Long userId;

  @Column String action;
  @Column String subject;
  @Column String detail;
  @Column Instant at;

  /** Whether it was refused instead of done. */
  @Column boolean refused;

  /** The block of addresses that a refusal came from, or "" where it is not known. */
  @Column String network = "";

  @Column int times = 1;

  /** When a refusal came last; null for deeds. */
  @Column(name = "last_at")
  @Nullable Instant lastAt;

  /** What makes a refusal the same as another; null for deeds. */
  @Column(columnDefinition = "binary(32)")
  byte @Nullable [] slot;
}
