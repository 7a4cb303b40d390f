package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A wrapped secret key. */
@Entity
@Table(name = "data_key")
class DataKey {
  @EmbeddedId @Column Id id;

  @Column byte[] wrapped;

  @Column(name = "created_at")
  Instant createdAt;

  /** Whose key, for what, and which of them. Brand 0 is the platform itself. */
  @Embeddable
  record Id(
      @Column(name = "brand_id") long brandId,
      @Enumerated(EnumType.STRING) @Column(name = "purpose", length = 20) KeyPurpose purpose,
      @Column(name = "key_id") int keyId)
      implements Serializable {
    /** What the wrapping binds the key to. */
    String label() {
      return "zhenma/" + brandId + "/" + purpose + "/" + keyId;
    }
  }
}
