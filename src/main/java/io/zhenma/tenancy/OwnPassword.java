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
  private final Refusals refusals;
  private final HashingPlaces places;

  OwnPassword(
      Passwords passwords, SignInAttempts attempts, Refusals refusals, HashingPlaces places) {
    this.refusals = refusals;
    this.places = places;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /**
   * @param field where it stands in the request
   * @throws ProblemException when it is wrong, or was wrong too often
   */
  void require(AppUser user, String field, String password) {
    SignInSource source = SignInSource.account();
    String email = Users.normalised(user.email);
    Duration wait = attempts.take(email, List.of(source));
    if (!wait.isZero()) {
      refusals.note(user, "own-password-refused");
      throw ProblemException.later(ProblemType.LOCKED_OUT, wait);
    }
    if (!matches(user, password)) {
      refusals.note(user, "own-password-failed");
      throw ProblemException.field(field, "password-wrong");
    }
    attempts.forget(email, source);
  }

  private boolean matches(AppUser user, String password) {
    try (HashingPlaces.Place place = places.take("account:" + user.id, true)) {
      return passwords.match(user.passwordHash, password) != Passwords.Match.NONE;
    }
  }
}
