package io.zhenma.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that was refused. Two that are equal are one row that counts; that is why nothing in it
 * is text of the client's.
 *
 * @param brandId whose log it belongs to, or null for the platform's
 * @param userId who asked, or null when nobody is signed in
 * @param action {@code sign-in-failed}, {@code access-refused} and so on
 * @param subject what was asked for: {@code user:17}, or an endpoint
 * @param network the block of addresses that it came from, or ""
 * @param hour the hour in which it came
 */
record Refusal(
    @Nullable Long brandId,
    @Nullable Long userId,
    String action,
    String subject,
    String network,
    Instant hour) {
  /** Stands for everything, once a row for each would be too many. */
  static final String MANY = "many";

  static Refusal now(
      @Nullable Long brandId,
      @Nullable Long userId,
      String action,
      String subject,
      String network) {
    return new Refusal(
        brandId, userId, action, subject, network, Instant.now().truncatedTo(ChronoUnit.HOURS));
  }

  /** The same without who, what and where: of these there are few, whatever is sent. */
  Refusal coarse() {
    return new Refusal(brandId, null, action, MANY, "", hour);
  }

  /** SHA-256 of all that makes it the same. */
  byte[] slot() {
    String all = String.join("\n", brandId + "", userId + "", action, subject, network, hour + "");
    try {
      return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
