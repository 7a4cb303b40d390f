package io.zhenma.tenancy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Counts sign-ins by e-mail, whether somebody has that e-mail or not: whoever tries learns nothing
 * from being locked out. An attempt is counted before its password is looked at, so that many at
 * once get no more tries than many in a row.
 */
@ApplicationScoped
class SignInAttempts {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final EntityManager entities;

  SignInAttempts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes an attempt.
   *
   * @param email normalised
   * @return how long to wait before the next one; zero when this one may go on
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Duration take(String email) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    byte[] key = key(email);
    // Not IGNORE: a row that is there must be locked for writing at once, or two attempts deadlock.
    entities
        .createNativeQuery(
            "INSERT INTO sign_in_attempt (email_hash, attempts, last_at) VALUES (?1, 0, ?2)"
                + " ON DUPLICATE KEY UPDATE attempts = attempts")
        .setParameter(1, key)
        .setParameter(2, now)
        .executeUpdate();
    return locked(key).at(now);
  }

  /** As SQL, because the dialect's own lock names a table in a way that MariaDB does not know. */
  private SignInAttempt locked(byte[] key) {
    return (SignInAttempt)
        entities
            .createNativeQuery(
                "SELECT * FROM sign_in_attempt WHERE email_hash = ?1 FOR UPDATE",
                SignInAttempt.class)
            .setParameter(1, key)
            .getSingleResult();
  }

  /** The password was right. */
  @Transactional
  void forget(String email) {
    entities
        .createQuery("delete from SignInAttempt where emailHash = :hash")
        .setParameter("hash", key(email))
        .executeUpdate();
  }

  @Scheduled(every = "1h", delayed = "15m", identity = "old-sign-in-attempts")
  @Transactional
  void sweep() {
    entities
        .createQuery("delete from SignInAttempt where lastAt < :limit")
        .setParameter("limit", Instant.now().minus(FORGOTTEN_AFTER))
        .executeUpdate();
  }

  private static byte[] key(String email) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
