package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Checks passwords. Whoever guesses uses up what is theirs: tries are counted by e-mail and block
 * of addresses, and by block; who signed in from this browser before has tries of their own. No
 * connection is held while a password is hashed. See ADR 27.
 */
@ApplicationScoped
class SignIn {
  private static final int STRIPES = 256;

  private final Users users;
  private final Sessions sessions;
  private final SignInAttempts attempts;
  private final Passwords passwords;
  private final Refusals refusals;
  private final HashingPlaces places;
  private final BlockBudget blocks = new BlockBudget();
  private final List<Lock> stripes =
      Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

  SignIn(
      Users users,
      Sessions sessions,
      SignInAttempts attempts,
      Passwords passwords,
      Refusals refusals,
      HashingPlaces places) {
    this.places = places;
    this.users = users;
    this.sessions = sessions;
    this.attempts = attempts;
    this.passwords = passwords;
    this.refusals = refusals;
  }

  /**
   * Opens a session for whoever knows the password; one that wants a code of those who have a
   * second factor.
   *
   * @throws ProblemException unauthenticated, the same whether e-mail, password or an inactive user
   *     is the cause; locked-out with the time to wait; overloaded
   */
  Sessions.Opened with(String email, String password, Origin origin) {
    if (origin.browsers().isEmpty()) {
      spend(origin);
    }
    Optional<AppUser> user = users.byEmail(email);
    Optional<KnownBrowser> browser = origin.browserOf(user);
    if (browser.isEmpty() && !origin.browsers().isEmpty()) {
      spend(origin);
    }
    SignInSource source =
        browser.map(SignInSource::browser).orElseGet(() -> SignInSource.block(origin));
    Lock stripe = stripes.get(Math.floorMod((email + source.name()).hashCode(), STRIPES));
    try (HashingPlaces.Place place = places.take(source.name(), browser.isPresent())) {
      // One after the other, so that several right passwords at once are not several attempts.
      stripe.lock();
      try {
        return checked(
            new Attempt(Users.normalised(email), user, source, browser), password, origin);
      } finally {
        stripe.unlock();
      }
    }
  }

  /** A stranger's try, out of what its block of addresses has. */
  private void spend(Origin origin) {
    Duration wait = origin.isPublic() ? blocks.take(origin.network()) : Duration.ZERO;
    if (!wait.isZero()) {
      throw failed(
          Optional.empty(),
          "sign-in-refused",
          ProblemException.later(ProblemType.LOCKED_OUT, wait));
    }
  }

  /** A try that may have to wait. */
  private record Attempt(
      String email, Optional<AppUser> user, SignInSource source, Optional<KnownBrowser> browser) {
    /** A known browser is not held up by what strangers try. */
    List<SignInSource> sources() {
      return browser.isPresent() ? List.of(source) : List.of(SignInSource.EVERYBODY, source);
    }
  }

  private Sessions.Opened checked(Attempt attempt, String password, Origin origin) {
    Duration wait = attempts.take(attempt.email(), attempt.sources());
    if (!wait.isZero()) {
      throw failed(
          attempt.user(), "sign-in-refused", ProblemException.later(ProblemType.LOCKED_OUT, wait));
    }
    Passwords.Match match =
        passwords.match(
            attempt.user().map(found -> found.passwordHash).orElse(passwords.nobody()), password);
    if (match == Passwords.Match.NONE || attempt.user().isEmpty() || !attempt.user().get().active) {
      throw failed(
          attempt.user(),
          "sign-in-failed",
          ProblemException.conflict(ProblemType.UNAUTHENTICATED, "password", "credentials"));
    }
    attempts.giveBack(attempt.email(), attempt.sources());
    attempts.forget(attempt.email(), attempt.source());
    if (origin.isPublic() && attempt.browser().isEmpty()) {
      blocks.giveBack(origin.network());
    }
    AppUser user = attempt.user().get();
    if (match == Passwords.Match.OUTDATED) {
      users.rehash(user.id, user.passwordHash, passwords.hash(password));
    }
    return sessions.open(
        user, attempt.browser().orElseGet(() -> KnownBrowser.of(user)), origin, false);
  }

  /** Every refused try comes through here. */
  private ProblemException failed(Optional<AppUser> user, String action, ProblemException refusal) {
    user.ifPresentOrElse(known -> refusals.note(known, action), () -> refusals.noteNobody(action));
    return refusal;
  }
}
