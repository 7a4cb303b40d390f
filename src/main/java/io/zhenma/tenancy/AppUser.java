package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who signs in. */
@Entity
@Table(name = "app_user")
class AppUser {
  private static final int FREE_TRIES = 5;
  private static final int LONGEST_WAIT_MINUTES = 60;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  @Nullable Long brandId;

  @Column(unique = true)
  String email;

  @Column String name;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  Role role;

  @Column(name = "password_hash")
  String passwordHash;

  @Column boolean active;

  @Column(name = "failed_sign_ins")
  int failedSignIns;

  @Column(name = "locked_until")
  @Nullable Instant lockedUntil;

  @Column(name = "created_at")
  Instant createdAt;

  /** After five wrong passwords each further one doubles the wait, from one minute to an hour. */
  void failedAt(Instant now) {
    failedSignIns++;
    int beyond = failedSignIns - FREE_TRIES;
    if (beyond >= 0) {
      long minutes = Math.min(LONGEST_WAIT_MINUTES, 1L << Math.min(beyond, 10));
      lockedUntil = now.plus(Duration.ofMinutes(minutes));
    }
  }

  void signedIn() {
    failedSignIns = 0;
    lockedUntil = null;
  }

  UserView view() {
    return new UserView(id, email, name, role, brandId, active, createdAt);
  }
}
