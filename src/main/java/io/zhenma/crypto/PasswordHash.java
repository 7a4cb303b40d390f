package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's Argon2id hash (RFC 9106). Written in the PHC text form, so that another cost can
 * come without breaking old hashes.
 *
 * @param phc {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}
 */
public record PasswordHash(String phc) {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Bounds the memory that a flood of sign-ins can take. */
  private static final Semaphore AT_ONCE = new Semaphore(4);

  /** A hash that no password has; checking it takes as long as checking a real one. */
  public static PasswordHash ofNobody(PasswordCost cost) {
    return of(text(salt()), cost);
  }

  public static PasswordHash of(String password, PasswordCost cost) {
    byte[] salt = salt();
    byte[] hash = argon2id(password, salt, cost.memoryKib(), cost.passes());
    return new PasswordHash(
        String.format(
            Locale.ROOT,
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s",
            cost.memoryKib(),
            cost.passes(),
            text(salt),
            text(hash)));
  }

  /** Whether it was made at that cost. */
  public boolean costs(PasswordCost cost) {
    return phc.contains("$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",");
  }

  /** Whether it is this password's hash; the comparison takes constant time. */
  public boolean matches(String password) {
    String[] parts = phc.split("[$,=]", -1);
    byte[] salt = Base64.getDecoder().decode(parts[10]);
    byte[] expected = Base64.getDecoder().decode(parts[11]);
    byte[] hash = argon2id(password, salt, Integer.parseInt(parts[5]), Integer.parseInt(parts[7]));
    return MessageDigest.isEqual(expected, hash);
  }

  private static byte[] argon2id(String password, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    byte[] hash = new byte[HASH_BYTES];
    AT_ONCE.acquireUninterruptibly();
    try {
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withSalt(salt)
              .withMemoryAsKB(memoryKib)
              .withIterations(passes)
              .withParallelism(1)
              .build());
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      AT_ONCE.release();
    }
    return hash;
  }

  private static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
