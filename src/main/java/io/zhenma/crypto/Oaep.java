package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * RSA-OAEP with SHA-256 and MGF1-SHA-256 (RFC 8017, section 7.1) by the JDK's own software, and
 * what it has in common with a token's.
 */
final class Oaep {
  private static final String TRANSFORMATION = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

  private Oaep() {}

  /** Undoes {@link #encrypt} with a private key, wherever that key is. */
  @FunctionalInterface
  interface Decryption {
    /**
     * @throws GeneralSecurityException when it was encrypted for another key or label, or is
     *     damaged; which of these is not told
     */
    byte[] decrypt(byte[] encrypted, byte[] label) throws GeneralSecurityException;
  }

  static byte[] label(String purpose) {
    return purpose.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] encrypt(PublicKey key, byte[] plain, byte[] label) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(Cipher.ENCRYPT_MODE, key, parameters(label));
    return cipher.doFinal(plain);
  }

  /** With a private key in this process' memory. */
  static Decryption by(PrivateKey key) {
    return (encrypted, label) -> {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(Cipher.DECRYPT_MODE, key, parameters(label));
      return cipher.doFinal(encrypted);
    };
  }

  private static OAEPParameterSpec parameters(byte[] label) {
    return new OAEPParameterSpec(
        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label));
  }
}
