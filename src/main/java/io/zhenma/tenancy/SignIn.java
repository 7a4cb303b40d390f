package io.zhenma.tenancy;

import io.zhenma.crypto.PasswordHash;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Checks passwords. No connection is held while a password is hashed, and few may wait for it, so
 * that a flood of sign-ins leaves threads and connections to everybody else.
 */
@ApplicationScoped
class SignIn {
  private static final int MOST_AT_ONCE = 16;
  private static final Duration RETRY_LATER = Duration.ofSeconds(2);

  private final Users users;
  private final Sessions sessions;
  private final SignInAttempts attempts;
  private final Passwords passwords;
  private final Refusals refusals;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  SignIn(
      Users users,
      Sessions sessions,
      SignInAttempts attempts,
      Passwords passwords,
      Refusals refusals) {
    this.users = users;
    this.sessions = sessions;
    this.attempts = attempts;
    this.passwords = passwords;
    this.refusals = refusals;
  }

  /**
   * Opens a session for whoever knows the password.
   *
   * @throws ProblemException unauthenticated, the same whether e-mail, password or an inactive user
   *     is the cause; locked-out with the time to wait; overloaded
   */
  Sessions.Opened with(String email, String password) {
    if (!places.tryAcquire()) {
      throw ProblemException.later(ProblemType.OVERLOADED, RETRY_LATER);
    }
    try {
      return checked(Users.normalised(email), password);
    } finally {
      places.release();
    }
  }

  private Sessions.Opened checked(String email, String password) {
    Duration wait = attempts.take(email);
    if (!wait.isZero()) {
      note(users.byEmail(email), "sign-in-refused");
      throw ProblemException.later(ProblemType.LOCKED_OUT, wait);
    }
    Optional<AppUser> user = users.byEmail(email);
    PasswordHash hash =
        user.map(found -> new PasswordHash(found.passwordHash)).orElse(passwords.nobody());
    if (!hash.matches(password) || user.isEmpty() || !user.get().active) {
      note(user, "sign-in-failed");
      throw ProblemException.conflict(ProblemType.UNAUTHENTICATED, "password", "credentials");
    }
    attempts.forget(email);
    return sessions.open(user.get());
  }

  private void note(Optional<AppUser> wanted, String action) {
    wanted.ifPresentOrElse(user -> refusals.note(user, action), () -> refusals.noteNobody(action));
  }
}
