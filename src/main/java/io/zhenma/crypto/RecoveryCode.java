package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that stands in for a lost telephone once: 80 random bits as sixteen characters of
 * Crockford's Base32, in groups of four. So many that their SHA-256 can be kept without a salt: a
 * copy of the database leads to no code. Prints nothing.
 */
public final class RecoveryCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 16;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + CHARACTERS + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String characters;

  private RecoveryCode(String characters) {
    this.characters = characters;
  }

  public static RecoveryCode random() {
    StringBuilder fresh = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      fresh.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(fresh.toString());
  }

  /**
   * What somebody typed, or empty when it is no such code. I and L count as 1, O as 0.
   *
   * @param typed in capitals, without blanks and dashes
   */
  public static Optional<RecoveryCode> read(String typed) {
    String plain = typed.replace('I', '1').replace('L', '1').replace('O', '0');
    return FORM.matcher(plain).matches() ? Optional.of(new RecoveryCode(plain)) : Optional.empty();
  }

  /** For its owner, once: {@code 7K2M-91QX-C4TB-0ZPD}. */
  public String text() {
    return characters.replaceAll("(.{4})(?=.)", "$1-");
  }

  /**
   * For the database: SHA-256.
   *
   * @param owner whose it is, so that the same code of two people is not the same
   */
  public byte[] hash(long owner) {
    MessageDigest digest = Sha256.start();
    return digest.digest(
        ("recovery:" + owner + ":" + characters).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
