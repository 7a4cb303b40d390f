package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts short values that stand in the database, by AES-256-GCM (NIST SP 800-38D) with a random
 * nonce of 96 bits: nonce, ciphertext, tag of 128 bits. What the value belongs to is bound in, so
 * that it does not open in another place. Safe for use by several threads.
 */
public final class FieldCipher {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  public FieldCipher(SecretKey256 key) {
    this.key = new SecretKeySpec(key.bytes(), "AES");
  }

  /**
   * @param context what it belongs to, such as a table and the row's key
   */
  byte[] seal(byte[] value, String context) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(value);
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws KeyVaultException when it was sealed with another key or for another context, or was
   *     changed
   */
  byte[] open(byte[] sealed, String context) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw new KeyVaultException("a sealed value is too short", null);
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), context)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException refused) {
      throw new KeyVaultException("a sealed value does not open", refused);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
