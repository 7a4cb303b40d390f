package io.zhenma.tenancy;

import io.quarkus.scheduler.Scheduled;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Links with which users who forgot their password choose another. An administrator makes one and
 * hands it over; it works once, for a day.
 */
@ApplicationScoped
class PasswordResets {
  private final EntityManager entities;
  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final PasswordConfig config;
  private final AuditLog audit;

  PasswordResets(
      EntityManager entities,
      Users users,
      Sessions sessions,
      Passwords passwords,
      PasswordConfig config,
      AuditLog audit) {
    this.entities = entities;
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.config = config;
    this.audit = audit;
  }

  /**
   * A new link in the place of the user's former one; its token is told this once.
   *
   * @throws ProblemException conflict for an administrator with a second factor, whom a session
   *     that somebody took must not lead to
   */
  @Transactional
  Issued issue(long userId, long by) {
    AppUser user = users.locked(userId);
    if (user.role == Role.PLATFORM_ADMIN && user.secondFactor) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "reset-administrator");
    }
    Instant now = now();
    SessionToken token = SessionToken.random();
    PasswordReset reset = new PasswordReset();
    reset.userId = userId;
    reset.tokenHash = hash(token.value());
    reset.createdBy = by;
    reset.createdAt = now;
    reset.expiresAt = now.plus(config.resetLink());
    entities.merge(reset);
    audit.record(user.brandId, by, "password-reset-issued", "user:" + userId, "");
    return new Issued(token.value(), reset.expiresAt);
  }

  /**
   * Uses a link up: the password is the new one, and all sessions end.
   *
   * @throws ProblemException when the link is unknown, used or too old, or the password too weak
   */
  void redeem(String token, String wanted) {
    AppUser user = owner(token).orElseThrow(PasswordResets::spent);
    passwords.requireStrong("password", wanted, users.personal(user));
    store(user.id, token, passwords.hash(wanted));
  }

  @Transactional
  Optional<AppUser> owner(String token) {
    return entities
        .createQuery(
            "from PasswordReset where tokenHash = :hash and expiresAt > :now", PasswordReset.class)
        .setParameter("hash", hash(token))
        .setParameter("now", now())
        .getResultStream()
        .findFirst()
        .map(reset -> users.require(reset.userId))
        .filter(user -> user.active);
  }

  @Transactional
  void store(long userId, String token, String hash) {
    AppUser user = users.locked(userId);
    int used =
        entities
            .createQuery(
                "delete from PasswordReset where tokenHash = :hash and userId = :user"
                    + " and expiresAt > :now")
            .setParameter("hash", hash(token))
            .setParameter("user", userId)
            .setParameter("now", now())
            .executeUpdate();
    if (used != 1) {
      throw spent();
    }
    users.setPassword(user, hash);
    users.unlock(userId);
    sessions.closeAll(userId);
    audit.record(user.brandId, userId, "password-reset", "user:" + userId, "");
  }

  /**
   * A link that a user has not used is worth nothing once they changed their password themselves.
   */
  @Transactional
  void withdraw(long userId) {
    entities
        .createQuery("delete from PasswordReset where userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  @Scheduled(every = "1h", delayed = "20m", identity = "old-password-resets")
  @Transactional
  void sweep() {
    entities
        .createQuery("delete from PasswordReset where expiresAt < :now")
        .setParameter("now", now())
        .executeUpdate();
  }

  private static byte[] hash(String token) {
    return new SessionToken("reset:" + token).hash();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ProblemException spent() {
    return ProblemException.conflict(ProblemType.CONFLICT, "token", "reset-link");
  }

  /** A link's token, which nobody can be told again. */
  record Issued(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[hidden]";
    }
  }
}
