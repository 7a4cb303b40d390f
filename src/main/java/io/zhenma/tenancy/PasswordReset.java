package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link with which a user may choose a new password once. */
@Entity
@Table(name = "password_reset")
class PasswordReset {
  @Id
  @Column(name = "user_id")
  long userId;

  @Column(name = "token_hash", unique = true)
  byte[] tokenHash;

  @Column(name = "created_by")
  long createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;
}
