package io.zhenma.crypto;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a person's app makes one-time codes of: TOTP (RFC 6238) over HOTP (RFC 4226) with
 * HMAC-SHA-1, 160 bits, six digits and steps of 30 seconds, since that is what all apps read.
 * SHA-1's weakness against collisions is none of HMAC's. Prints nothing.
 */
public final class OneTimeCodes {
  /** How long a step is, in seconds. */
  public static final int STEP_SECONDS = 30;

  private static final String ALGORITHM = "HmacSHA1";
  private static final int BYTES = 20;
  private static final int DIGITS = 6;

  /** Clocks of telephones are wrong by some seconds, and people take some to type. */
  private static final int STEPS_AROUND = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  private OneTimeCodes(byte[] secret) {
    this.secret = secret;
  }

  /** 160 fresh random bits. */
  public static OneTimeCodes random() {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    return new OneTimeCodes(fresh);
  }

  /** Of a secret that others made, such as a test vector's. */
  static OneTimeCodes of(byte[] secret) {
    return new OneTimeCodes(Arrays.copyOf(secret, secret.length));
  }

  /**
   * The secret that {@link #sealed} gave.
   *
   * @throws KeyVaultException when it was sealed with another key or for another context
   */
  public static OneTimeCodes open(byte[] sealed, DataCipher cipher, String context) {
    return new OneTimeCodes(cipher.open(sealed, context));
  }

  /** To be stored; opens with the same cipher and context only. */
  public byte[] sealed(DataCipher cipher, String context) {
    return cipher.seal(secret, context);
  }

  /** For people to type: Base32, 32 characters. */
  public String text() {
    return Base32.of(secret);
  }

  /**
   * What apps read from a QR code: {@code otpauth://totp/ISSUER:ACCOUNT?…}, in ASCII.
   *
   * @param issuer who asks for the codes
   * @param account whose codes they are
   */
  public String uri(String issuer, String account) {
    return "otpauth://totp/"
        + encoded(issuer)
        + ":"
        + encoded(account)
        + "?secret="
        + text()
        + "&issuer="
        + encoded(issuer)
        + "&algorithm=SHA1&digits="
        + DIGITS
        + "&period="
        + STEP_SECONDS;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Of which step the code is, when it is of this one or of one beside it. All of them are compared
   * in constant time, so that a stopwatch tells nothing.
   *
   * @param code as typed, without blanks
   */
  public OptionalLong step(String code, Instant now) {
    byte[] sent = code.getBytes(StandardCharsets.UTF_8);
    long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    long found = -1;
    for (long step = present - STEPS_AROUND; step <= present + STEPS_AROUND; step++) {
      byte[] expected = code(step, DIGITS).getBytes(StandardCharsets.US_ASCII);
      found = MessageDigest.isEqual(expected, sent) ? step : found;
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /**
   * The code of a step (RFC 4226, 5.3).
   *
   * @param digits 6 to 8
   */
  String code(long step, int digits) {
    byte[] mac = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
    String all = String.format(Locale.ROOT, "%010d", number);
    return all.substring(all.length() - digits);
  }

  private byte[] mac(byte[] content) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "OneTimeCodes[hidden]";
  }
}
