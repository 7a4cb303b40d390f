package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in. Only columns that change are written, and {@link Users#locked} comes
 * before: a second factor that somebody else switched on meanwhile must stay on.
 */
@Entity
@DynamicUpdate
@Table(name = "app_user")
class AppUser {
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

  /** Goes up with each change of the password or of the second factor. */
  @Column(name = "password_version")
  int passwordVersion = 1;

  /** Whether somebody else knows the password, so that its owner must choose another first. */
  @Column(name = "must_change")
  boolean mustChange;

  /** Whether a code is asked after the password. */
  @Column(name = "second_factor")
  boolean secondFactor;

  @Column boolean active;

  @Column(name = "created_at")
  Instant createdAt;

  UserView view() {
    return new UserView(id, email, name, role, brandId, active, secondFactor, createdAt);
  }
}
