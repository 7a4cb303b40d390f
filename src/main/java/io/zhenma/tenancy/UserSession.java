package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A session of a user, known by the hash of its token. */
@Entity
@Table(name = "user_session")
class UserSession {
  @Id
  @Column(name = "token_hash")
  byte[] tokenHash;

  @Column(name = "user_id")
  long userId;

  @Column String device;
  @Column String network;

  /** Whether a code of the second factor was given for it. */
  @Column boolean proved;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  @Column(name = "expires_at")
  Instant expiresAt;
}
