package io.zhenma.tenancy;

import java.time.Duration;
import java.util.Optional;

/**
 * Where attempts with an e-mail come from; each source has a count of its own.
 *
 * @param name up to 64 ASCII characters
 * @param freeTries attempts without a wait
 * @param firstWait after the last free one; doubled by each further attempt
 * @param longestWait what the waits end at
 */
record SignInSource(String name, int freeTries, Duration firstWait, Duration longestWait) {
  private static final int TRIES = 5;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * All strangers together. It slows those who try from many blocks; nobody can close an e-mail
   * with it for longer than a moment.
   */
  static final SignInSource EVERYBODY =
      new SignInSource("*", 100, Duration.ofSeconds(5), Duration.ofSeconds(30));

  /**
   * A block of addresses. Behind a private one may be everybody, if a proxy's headers are not read:
   * it waits less.
   */
  static SignInSource block(Origin origin) {
    return origin.isPublic()
        ? new SignInSource("block:" + origin.network(), TRIES, MINUTE, HOUR)
        : new SignInSource("local:" + origin.network(), 2 * TRIES, Duration.ofSeconds(30), MINUTE);
  }

  /** A browser in which this user signed in before. */
  static SignInSource browser(KnownBrowser browser) {
    return new SignInSource(
        "browser:" + Integer.toHexString(browser.number()), TRIES, MINUTE, HOUR);
  }

  /** The owner, asked for the present password before it is changed. */
  static SignInSource account() {
    return new SignInSource("account", TRIES, MINUTE, HOUR);
  }

  /**
   * Codes of a second factor, which only who knows the password may try: strangers share their
   * tries, a browser in which this user signed in before has its own.
   */
  static SignInSource codes(Optional<KnownBrowser> browser) {
    String whose = browser.map(known -> Integer.toHexString(known.number())).orElse("*");
    return new SignInSource("code:" + whose, TRIES, MINUTE, HOUR);
  }

  /** Codes that the owner is asked for within a session. */
  static SignInSource accountCodes() {
    return new SignInSource("code:account", TRIES, MINUTE, HOUR);
  }

  /** The wait after so many attempts. */
  Duration waitAfter(int attempts) {
    int beyond = attempts - freeTries;
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration wait = firstWait.multipliedBy(1L << Math.min(beyond, 10));
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
