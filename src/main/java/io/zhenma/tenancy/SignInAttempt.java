package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attempts to sign in with one e-mail since the last that succeeded. */
@Entity
@Table(name = "sign_in_attempt")
class SignInAttempt {
  private static final int FREE_TRIES = 5;
  private static final int LONGEST_WAIT_MINUTES = 60;

  @Id
  @Column(name = "email_hash")
  byte[] emailHash;

  @Column int attempts;

  @Column(name = "locked_until")
  @Nullable Instant lockedUntil;

  @Column(name = "last_at")
  Instant lastAt;

  /**
   * After five attempts each further one doubles the wait, from one minute to an hour.
   *
   * @return how long to wait before trying; zero when this attempt counts
   */
  Duration at(Instant now) {
    if (lockedUntil != null && lockedUntil.isAfter(now)) {
      return Duration.between(now, lockedUntil);
    }
    attempts++;
    lastAt = now;
    int beyond = attempts - FREE_TRIES;
    if (beyond >= 0) {
      long minutes = Math.min(LONGEST_WAIT_MINUTES, 1L << Math.min(beyond, 10));
      lockedUntil = now.plus(Duration.ofMinutes(minutes));
    }
    return Duration.ZERO;
  }
}
