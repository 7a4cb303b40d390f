package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Asks somebody's password again: a session that somebody else took must not be enough. */
@ApplicationScoped
class OwnPassword {
  private final Passwords passwords;
  private final SignInAttempts attempts;

  OwnPassword(Passwords passwords, SignInAttempts attempts) {
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /**
   * @param field where it stands in the request
   * @throws ProblemException when it is wrong, or was wrong too often
   */
  void require(AppUser user, String field, String password) {
    SignInSource source = SignInSource.account();
    Duration wait = attempts.take(user.email, List.of(source));
    if (!wait.isZero()) {
      throw ProblemException.later(ProblemType.LOCKED_OUT, wait);
    }
    if (passwords.match(user.passwordHash, password) == Passwords.Match.NONE) {
      throw ProblemException.field(field, "password-wrong");
    }
    attempts.forget(user.email, source);
  }
}
