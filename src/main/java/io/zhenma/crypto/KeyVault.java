package io.zhenma.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Wraps data keys under the platform's public key and unwraps them with its private one: RSA-OAEP
 * with SHA-256 and MGF1-SHA-256 (RFC 8017, section 7.1). The purpose is bound in as the OAEP label,
 * so that a wrapped key of one brand or use does not unwrap as another's.
 */
public final class KeyVault {
  private static final String TRANSFORMATION = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

  private final PublicKey publicKey;
  private final PrivateKey privateKey;

  KeyVault(KeyPair pair) {
    this.publicKey = pair.getPublic();
    this.privateKey = pair.getPrivate();
  }

  /** The wrapped form of a key; every call gives other bytes. */
  public byte[] wrap(SecretKey256 key, String purpose) {
    try {
      return rsa(Cipher.ENCRYPT_MODE, purpose).doFinal(key.bytes());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the platform's key cannot wrap", broken);
    }
  }

  /**
   * The key again.
   *
   * @throws KeyVaultException when it was wrapped for another platform key or purpose, or is
   *     damaged
   */
  public SecretKey256 unwrap(byte[] wrapped, String purpose) {
    try {
      return new SecretKey256(rsa(Cipher.DECRYPT_MODE, purpose).doFinal(wrapped));
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      throw new KeyVaultException(
          "a data key was not wrapped by this keystore's platform key (is it the right keystore?)",
          refused);
    }
  }

  private Cipher rsa(int mode, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    OAEPParameterSpec oaep =
        new OAEPParameterSpec(
            "SHA-256",
            "MGF1",
            MGF1ParameterSpec.SHA256,
            new PSource.PSpecified(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    cipher.init(mode, mode == Cipher.ENCRYPT_MODE ? publicKey : privateKey, oaep);
    return cipher;
  }
}
