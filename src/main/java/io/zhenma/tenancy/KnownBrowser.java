package io.zhenma.tenancy;

import io.zhenma.crypto.TokenSigner;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser in which a user signed in before. It is told by a cookie that we signed, without asking
 * the database, and counts until the password changes.
 *
 * @param userId who signed in
 * @param passwordVersion which of their passwords it was
 * @param number tells browsers of a user apart
 */
record KnownBrowser(long userId, int passwordVersion, int number) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static KnownBrowser of(AppUser user) {
    return new KnownBrowser(user.id, user.passwordVersion, RANDOM.nextInt());
  }

  /** The browser that a token stands for, when it was signed here. */
  static Optional<KnownBrowser> read(String token, TokenSigner tokens) {
    return tokens
        .idOf(token)
        .map(
            id ->
                new KnownBrowser(
                    id.getMostSignificantBits(),
                    (int) (id.getLeastSignificantBits() >>> Integer.SIZE),
                    (int) id.getLeastSignificantBits()));
  }

  String token(TokenSigner tokens) {
    long rest = (long) passwordVersion << Integer.SIZE | Integer.toUnsignedLong(number);
    return tokens.tokenOf(new UUID(userId, rest));
  }

  /** Whether it is this user's, with the password that they have now. */
  boolean isOf(AppUser user) {
    return user.id == userId && user.passwordVersion == passwordVersion;
  }
}
