package io.zhenma.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;

/**
 * Wraps data keys under the platform's public key and unwraps them with its private one, by
 * RSA-OAEP-256. The purpose is bound in as the OAEP label, so that a wrapped key of one brand or
 * use does not unwrap as another's. Safe for use by several threads.
 */
public final class KeyVault {
  private final PublicKey publicKey;
  private final Oaep.Decryption decryption;

  KeyVault(PublicKey publicKey, Oaep.Decryption decryption) {
    this.publicKey = publicKey;
    this.decryption = decryption;
  }

  /** The wrapped form of a key; every call gives other bytes. */
  public byte[] wrap(SecretKey256 key, String purpose) {
    try {
      return Oaep.encrypt(publicKey, key.bytes(), Oaep.label(purpose));
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
      return new SecretKey256(decryption.decrypt(wrapped, Oaep.label(purpose)));
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      throw new KeyVaultException(
          "a data key was not wrapped by this keystore's platform key (is it the right keystore?)",
          refused);
    }
  }

  /** Whether this vault opens the wrapped key. */
  public boolean opens(byte[] wrapped, String purpose) {
    try {
      unwrap(wrapped, purpose);
      return true;
    } catch (KeyVaultException refused) {
      return false;
    }
  }

  /**
   * The same key wrapped for another platform key, tried out before it is given back.
   *
   * @throws KeyVaultException when this vault does not open it, or the other one does not open what
   *     it wrapped
   */
  public byte[] rewrap(byte[] wrapped, String purpose, KeyVault other) {
    SecretKey256 key = unwrap(wrapped, purpose);
    byte[] again = other.wrap(key, purpose);
    if (!MessageDigest.isEqual(other.unwrap(again, purpose).bytes(), key.bytes())) {
      throw new KeyVaultException("the other keystore does not open what it wrapped");
    }
    return again;
  }

  /** Whether both hold the same platform key. */
  public boolean isSameAs(KeyVault other) {
    return publicKey.equals(other.publicKey);
  }

  /** Names the platform key: the first 64 bits of SHA-256 of its public part, in hexadecimal. */
  public String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
      return HexFormat.of().formatHex(hash, 0, Long.BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
