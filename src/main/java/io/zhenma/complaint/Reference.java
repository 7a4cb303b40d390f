package io.zhenma.complaint;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a complaint is called, so that it can be read out: 40 random bits in Crockford's base 32,
 * shown as two groups of four.
 */
final class Reference {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Reference() {}

  static String fresh() {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** Reads one as people write it. */
  static Optional<String> parse(String typed) {
    String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean fits =
        plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return fits ? Optional.of(plain) : Optional.empty();
  }

  static String shown(String reference) {
    return reference.substring(0, LENGTH / 2) + "-" + reference.substring(LENGTH / 2);
  }
}
