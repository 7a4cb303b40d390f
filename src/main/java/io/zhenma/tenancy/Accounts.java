package io.zhenma.tenancy;

import io.quarkus.security.UnauthorizedException;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Changes passwords, by their owners. */
@ApplicationScoped
class Accounts {
  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final OwnPassword own;
  private final AuditLog audit;
  private final PasswordResets resets;
  private final HashingPlaces places;

  Accounts(
      Users users,
      Sessions sessions,
      Passwords passwords,
      OwnPassword own,
      AuditLog audit,
      PasswordResets resets,
      HashingPlaces places) {
    this.places = places;
    this.resets = resets;
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.own = own;
    this.audit = audit;
  }

  /**
   * Changes the password and ends all sessions; the caller goes on in a new one.
   *
   * @throws ProblemException when the present password is wrong, was wrong too often, or the new
   *     one is too weak or no other
   */
  Sessions.Opened change(
      long userId, SessionToken mine, String present, String wanted, Origin origin) {
    AppUser user = users.require(userId);
    own.require(user, "current", present);
    passwords.requireStrong("wanted", wanted, users.personal(user));
    return store(userId, mine, hash(user, wanted), origin);
  }

  private String hash(AppUser user, String wanted) {
    try (HashingPlaces.Place place = places.take("account:" + user.id, true)) {
      if (passwords.match(user.passwordHash, wanted) != Passwords.Match.NONE) {
        throw ProblemException.field("wanted", "password-same");
      }
      return passwords.hash(wanted);
    }
  }

  /**
   * The new session is worth as much as the caller's own.
   *
   * @throws UnauthorizedException when that one ended meanwhile
   */
  @Transactional
  Sessions.Opened store(long userId, SessionToken mine, String hash, Origin origin) {
    AppUser user = users.locked(userId);
    boolean proved = sessions.requireProof(mine);
    users.setPassword(user, hash);
    sessions.closeAll(userId);
    resets.withdraw(userId);
    audit.record(user.brandId, userId, "password-changed", "user:" + userId, "");
    return sessions.open(user, KnownBrowser.of(user), origin, proved);
  }
}
