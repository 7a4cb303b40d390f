package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a user's app makes one-time codes of. */
@Entity
@Table(name = "second_factor")
class SecondFactor {
  @Id
  @Column(name = "user_id")
  long userId;

  /** Sealed for this user. */
  @Column byte[] secret;

  /** Whether a code has shown that the app has it; before that it counts for nothing. */
  @Column boolean confirmed;

  @Column(name = "started_at")
  Instant startedAt;

  /** The last step of 30 seconds whose code was used. */
  @Column(name = "last_step")
  long lastStep;
}
