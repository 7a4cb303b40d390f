package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits that stand for a session. The browser keeps {@link #value()}, the database only
 * {@link #hash()}; the anti-forgery token is derived from it, so that only pages of the same site
 * can know it.
 */
public final class SessionToken {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;

  /** Takes what a browser sent; any text will do, an unknown one is nobody's session. */
  public SessionToken(String value) {
    this.value = value;
  }

  public static SessionToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** For the cookie. */
  public String value() {
    return value;
  }

  /** For the database: SHA-256 of the value. */
  public byte[] hash() {
    return sha256("session:" + value);
  }

  /** For the header that a request which changes something must bring. */
  public String antiForgeryToken() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf:" + value));
  }

  /** Whether {@code sent} is this session's anti-forgery token; constant time. */
  public boolean allows(String sent) {
    return MessageDigest.isEqual(
        antiForgeryToken().getBytes(StandardCharsets.US_ASCII),
        sent.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "SessionToken[hidden]";
  }
}
