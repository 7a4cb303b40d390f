package io.zhenma.tenancy;

import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The second step of signing in: the code after the password. */
@ApplicationScoped
class SecondStep {
  private final Users users;
  private final Sessions sessions;
  private final SecondFactorCheck check;
  private final AuditLog audit;

  SecondStep(Users users, Sessions sessions, SecondFactorCheck check, AuditLog audit) {
    this.users = users;
    this.sessions = sessions;
    this.check = check;
    this.audit = audit;
  }

  /**
   * Opens a session in the place of one that wanted a code.
   *
   * @throws ProblemException when the code is wrong, was used or is too old; after too many wrong
   *     ones; or when the session wants none
   */
  Sessions.Opened with(Access access, SessionToken half, String code, Origin origin) {
    if (access.hold() != Hold.CODE) {
      throw access
          .hold()
          .refusal()
          .map(ProblemException::of)
          .orElseGet(
              () -> ProblemException.conflict(ProblemType.CONFLICT, "code", "second-factor-given"));
    }
    AppUser user = users.require(access.userId());
    Optional<KnownBrowser> browser = origin.browserOf(Optional.of(user));
    return check.require(
        user, SignInSource.codes(browser), () -> open(half, user.id, code, browser, origin));
  }

  /** Nothing happens when the code is wrong, and no code is used up when the session is over. */
  @Transactional
  Optional<Sessions.Opened> open(
      SessionToken half, long userId, String code, Optional<KnownBrowser> known, Origin origin) {
    AppUser user = users.locked(userId);
    sessions.requireProof(half);
    if (!check.uses(user, code)) {
      return Optional.empty();
    }
    sessions.close(half);
    audit.record(user.brandId, user.id, "sign-in", "user:" + user.id, "second factor");
    KnownBrowser browser = known.orElseGet(() -> KnownBrowser.of(user));
    return Optional.of(sessions.open(user, browser, origin, true));
  }
}
