package io.zhenma.tenancy;

import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.CodeVerifier;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of a brand's keys, as it is stored. */
@Entity
@Table(name = "key_version")
class KeyVersionRow {
  @EmbeddedId @Column Id id;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  CodeSuite suite;

  @Enumerated(EnumType.STRING)
  @Column(length = 10)
  KeyState state;

  @Column(name = "public_key")
  byte[] publicKey;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  @Nullable Long createdBy;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Column(name = "revoked_by")
  @Nullable Long revokedBy;

  @Column(name = "revoked_for")
  @Nullable String revokedFor;

  KeyVersion view() {
    return new KeyVersion(
        id.keyId(), state, CodeVerifier.of(suite, publicKey), createdAt, createdBy, revocation());
  }

  private Optional<KeyVersion.Revocation> revocation() {
    return revokedAt == null || revokedBy == null || revokedFor == null
        ? Optional.empty()
        : Optional.of(new KeyVersion.Revocation(revokedAt, revokedBy, revokedFor));
  }

  /** Whose version, and its key id. */
  @Embeddable
  record Id(@Column(name = "brand_id") long brandId, @Column(name = "key_id") int keyId)
      implements Serializable {}
}
