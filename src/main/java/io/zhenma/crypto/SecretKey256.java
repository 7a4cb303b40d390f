package io.zhenma.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * 256 secret bits. Prints nothing, compares by identity only, hands its bytes to this package
 * alone.
 */
public final class SecretKey256 {
  static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  SecretKey256(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key has 256 bits");
    }
    this.bytes = Arrays.copyOf(bytes, BYTES);
  }

  public static SecretKey256 random() {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    return new SecretKey256(fresh);
  }

  byte[] bytes() {
    return bytes;
  }

  KeyParameter parameter() {
    return new KeyParameter(bytes);
  }

  @Override
  public String toString() {
    return "SecretKey256[hidden]";
  }
}
