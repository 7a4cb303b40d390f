package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Whose a company prefix is, and who entered it. */
@Entity
@Table(name = "company_prefix")
class CompanyPrefixRow {
  @Id
  @Column(length = 12)
  String prefix;

  @Column(name = "brand_id")
  long brandId;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  long createdBy;
}
