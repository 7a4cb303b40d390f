package io.zhenma.tenancy;

import io.quarkus.security.UnauthorizedException;
import io.zhenma.crypto.OneTimeCodes;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** A person's own second factor: set up, taken off, and its recovery codes made anew. */
@ApplicationScoped
class OwnSecondFactor {
  private final Users users;
  private final SecondFactors factors;
  private final RecoveryCodes recoveries;
  private final SecondFactorResets resets;
  private final SecondFactorCheck check;
  private final OwnPassword own;
  private final Sessions sessions;
  private final AuditLog audit;

  OwnSecondFactor(
      Users users,
      SecondFactors factors,
      RecoveryCodes recoveries,
      SecondFactorResets resets,
      SecondFactorCheck check,
      OwnPassword own,
      Sessions sessions,
      AuditLog audit) {
    this.users = users;
    this.factors = factors;
    this.recoveries = recoveries;
    this.resets = resets;
    this.check = check;
    this.own = own;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * A secret for the app; it counts once a code of it was given.
   *
   * @throws ProblemException when the password is wrong, or there is a second factor
   */
  OneTimeCodes start(long userId, String password) {
    own.require(users.require(userId), "password", password);
    return factors.start(userId);
  }

  /**
   * Switches it on; all sessions end, and the caller goes on in a new one.
   *
   * @throws ProblemException when the code is wrong, after too many wrong ones, or when nothing was
   *     started
   * @throws UnauthorizedException when the caller's session ended meanwhile
   */
  Confirmed confirm(long userId, SessionToken mine, String code, Origin origin) {
    factors.requireStarted(userId);
    return check.require(
        users.require(userId),
        SignInSource.accountCodes(),
        () -> confirmed(userId, mine, code, origin));
  }

  @Transactional
  Optional<Confirmed> confirmed(long userId, SessionToken mine, String code, Origin origin) {
    AppUser user = users.locked(userId);
    sessions.requireProof(mine);
    if (!factors.confirm(userId, SecondFactorCheck.plain(code))) {
      return Optional.empty();
    }
    users.setSecondFactor(user, true);
    sessions.closeAll(userId);
    List<String> codes = recoveries.renew(userId);
    record(user, "second-factor-on");
    return Optional.of(
        new Confirmed(sessions.open(user, KnownBrowser.of(user), origin, true), codes));
  }

  /** New recovery codes; the former ones are worth nothing. */
  List<String> renew(long userId, String password, String code) {
    AppUser user = prove(userId, password, code);
    return renewed(user.id);
  }

  @Transactional
  List<String> renewed(long userId) {
    AppUser user = users.locked(userId);
    // It may have been taken off meanwhile.
    requireOne(user);
    record(user, "recovery-codes-made");
    return recoveries.renew(userId);
  }

  /** Switches it off; all sessions end, and the caller goes on in a new one. */
  Sessions.Opened remove(
      long userId, SessionToken mine, String password, String code, Origin origin) {
    prove(userId, password, code);
    return removed(userId, mine, origin);
  }

  @Transactional
  Sessions.Opened removed(long userId, SessionToken mine, Origin origin) {
    AppUser user = users.locked(userId);
    sessions.requireProof(mine);
    resets.remove(user);
    record(user, "second-factor-off");
    return sessions.open(user, KnownBrowser.of(user), origin, false);
  }

  /** Asks for password and code: a session that somebody else took must not be enough. */
  private AppUser prove(long userId, String password, String code) {
    AppUser user = users.require(userId);
    requireOne(user);
    own.require(user, "password", password);
    check.require(user, code, SignInSource.accountCodes());
    return user;
  }

  private static void requireOne(AppUser user) {
    if (!user.secondFactor) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "code", "second-factor-none");
    }
  }

  private void record(AppUser user, String action) {
    audit.record(user.brandId, user.id, action, "user:" + user.id, "");
  }

  /** A fresh session, and codes that are told this once. */
  record Confirmed(Sessions.Opened opened, List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Confirmed[hidden]";
    }
  }
}
