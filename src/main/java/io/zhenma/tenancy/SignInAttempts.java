package io.zhenma.tenancy;

import io.quarkus.scheduler.Scheduled;
import io.zhenma.crypto.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Counts sign-ins by e-mail and source, whether somebody has that e-mail or not: whoever tries
 * learns nothing from having to wait. An attempt is counted before its password is looked at, so
 * that many at once get no more tries than many in a row, and taken back when it was right.
 */
@ApplicationScoped
class SignInAttempts {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final int MOST_ROWS = 500_000;

  private final EntityManager entities;

  SignInAttempts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes an attempt of each source, or of none when one of them must wait.
   *
   * @param email normalised
   * @param sources always in the same order, so that two attempts don't deadlock
   * @return how long to wait before the next one; zero when this one may go on
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Duration take(String email, List<SignInSource> sources) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    byte[] hash = hash(email);
    List<SignInAttempt> rows =
        sources.stream().map(source -> locked(hash, source.name(), now)).toList();
    Duration longest =
        rows.stream().map(row -> row.wait(now)).max(Duration::compareTo).orElse(Duration.ZERO);
    if (longest.isZero()) {
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).count(sources.get(i), now);
      }
    }
    return longest;
  }

  private SignInAttempt locked(byte[] email, String source, Instant now) {
    // Not IGNORE: a row that is there must be locked for writing at once, or two attempts deadlock.
    entities
        .createNativeQuery(
            "INSERT INTO sign_in_attempt (email_hash, source, attempts, last_at)"
                + " VALUES (?1, ?2, 0, ?3) ON DUPLICATE KEY UPDATE attempts = attempts")
        .setParameter(1, email)
        .setParameter(2, source)
        .setParameter(3, now)
        .executeUpdate();
    // As SQL, because the dialect's own lock names a table in a way that MariaDB does not know.
    return (SignInAttempt)
        entities
            .createNativeQuery(
                "SELECT * FROM sign_in_attempt WHERE email_hash = ?1 AND source = ?2 FOR UPDATE",
                SignInAttempt.class)
            .setParameter(1, email)
            .setParameter(2, source)
            .getSingleResult();
  }

  /** The attempt was no guess: it is as if it had not been made. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void giveBack(String email, List<SignInSource> sources) {
    for (SignInSource source : sources) {
      entities
          .createNativeQuery(
              "UPDATE sign_in_attempt SET attempts = GREATEST(attempts - 1, 0), locked_until = NULL"
                  + " WHERE email_hash = ?1 AND source = ?2")
          .setParameter(1, hash(email))
          .setParameter(2, source.name())
          .executeUpdate();
    }
  }

  /** Somebody from this source knew the password: its count begins anew. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void forget(String email, SignInSource source) {
    entities
        .createNativeQuery("DELETE FROM sign_in_attempt WHERE email_hash = ?1 AND source = ?2")
        .setParameter(1, hash(email))
        .setParameter(2, source.name())
        .executeUpdate();
  }

  /** Lets everybody try anew who tried this e-mail. */
  @Transactional
  void unlock(String email) {
    entities
        .createNativeQuery("DELETE FROM sign_in_attempt WHERE email_hash = ?1")
        .setParameter(1, hash(email))
        .executeUpdate();
  }

  @Scheduled(every = "1h", delayed = "15m", identity = "old-sign-in-attempts")
  void sweep() {
    sweep(Instant.now().minus(FORGOTTEN_AFTER), MOST_ROWS);
  }

  /** Deletes what is older, and the oldest beyond so many rows. */
  @Transactional
  void sweep(Instant limit, int most) {
    entities
        .createNativeQuery("DELETE FROM sign_in_attempt WHERE last_at < ?1")
        .setParameter(1, limit)
        .executeUpdate();
    Number rows =
        (Number)
            entities.createNativeQuery("SELECT COUNT(*) FROM sign_in_attempt").getSingleResult();
    if (rows.intValue() > most) {
      entities
          .createNativeQuery("DELETE FROM sign_in_attempt ORDER BY last_at LIMIT ?1")
          .setParameter(1, rows.intValue() - most)
          .executeUpdate();
    }
  }

  private static byte[] hash(String email) {
    return Sha256.start().digest(email.getBytes(StandardCharsets.UTF_8));
  }
}
