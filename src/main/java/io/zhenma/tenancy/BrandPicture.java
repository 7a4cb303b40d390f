package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A picture of a brand's pages. */
@Entity
@Table(name = "brand_picture")
class BrandPicture {
  @EmbeddedId @Column Id id;

  @Column String name;

  @Column(columnDefinition = "mediumblob")
  byte[] bytes;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  long changedBy;

  /** Whose, and what it shows. */
  @Embeddable
  record Id(@Column(name = "brand_id") long brandId, @Column(name = "subject") String subject)
      implements Serializable {}
}
