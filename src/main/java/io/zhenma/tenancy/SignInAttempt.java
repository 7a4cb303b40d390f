package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attempts to sign in with one e-mail from one source since the last that succeeded. */
@Entity
@Table(name = "sign_in_attempt")
class SignInAttempt {
  @EmbeddedId @Column Id id;

  @Column int attempts;

  @Column(name = "locked_until")
  @Nullable Instant lockedUntil;

  @Column(name = "last_at")
  Instant lastAt;

  /** Whose attempts these are. */
  @Embeddable
  record Id(@Column(name = "email_hash") byte[] emailHash, @Column String source) {}

  /** How long to wait before trying; zero when an attempt may be made now. */
  Duration wait(Instant now) {
    return lockedUntil != null && lockedUntil.isAfter(now)
        ? Duration.between(now, lockedUntil)
        : Duration.ZERO;
  }

  void count(SignInSource source, Instant now) {
    attempts++;
    lastAt = now;
    Duration wait = source.waitAfter(attempts);
    lockedUntil = wait.isZero() ? null : now.plus(wait);
  }
}
