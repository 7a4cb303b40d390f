package io.zhenma.tenancy;

import io.zhenma.crypto.RecoveryCode;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Checks codes of people who gave their password: one of their app or one to recover, in the same
 * field. Wrong ones are counted for the user, since nobody gets here without the password; a
 * browser in which they signed in before has tries of its own.
 */
@ApplicationScoped
class SecondFactorCheck {
  private static final Pattern OF_APP = Pattern.compile("[0-9]{6}");

  private final SecondFactors factors;
  private final RecoveryCodes recoveries;
  private final SignInAttempts attempts;
  private final Refusals refusals;

  SecondFactorCheck(
      SecondFactors factors, RecoveryCodes recoveries, SignInAttempts attempts, Refusals refusals) {
    this.factors = factors;
    this.recoveries = recoveries;
    this.attempts = attempts;
    this.refusals = refusals;
  }

  /**
   * Uses a code up.
   *
   * @param source whose tries these are
   * @throws ProblemException validation when it is wrong, was used or is too old; locked-out after
   *     too many of them
   */
  void require(AppUser user, String typed, SignInSource source) {
    require(user, source, () -> uses(user, typed) ? Optional.of(true) : Optional.empty());
  }

  /**
   * The same with something that happens together with the use of the code, or not at all.
   *
   * @param use in a transaction of its own; empty when the code is wrong
   */
  <T> T require(AppUser user, SignInSource source, Supplier<Optional<T>> use) {
    String email = Users.normalised(user.email);
    Duration wait = attempts.take(email, List.of(source));
    if (!wait.isZero()) {
      refusals.note(user, "second-factor-refused");
      throw ProblemException.later(ProblemType.LOCKED_OUT, wait);
    }
    Optional<T> done = use.get();
    if (done.isEmpty()) {
      refusals.note(user, "second-factor-failed");
      throw ProblemException.field("code", "second-factor-code");
    }
    attempts.forget(email, source);
    return done.get();
  }

  /**
   * Uses a code up, if it is right. Its form tells which it is, so that one to recover works also
   * where the app's secret can't be read.
   */
  @Transactional
  boolean uses(AppUser user, String typed) {
    String code = plain(typed);
    return OF_APP.matcher(code).matches()
        ? factors.use(user.id, code)
        : RecoveryCode.read(code).map(found -> recoveries.use(user, found)).orElse(false);
  }

  /** As apps and papers show it with blanks and dashes, and as input methods write digits wide. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "")
        .toUpperCase(Locale.ROOT);
  }
}
