package io.zhenma.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps stored data confidential and unchanged: AES-256-GCM (NIST SP 800-38D) with a random 96-bit
 * nonce before and a 128-bit tag behind. The context, such as the row it stands in, is bound in, so
 * that what was moved elsewhere does not open. A key seals at most 2^32 texts. Safe for use by
 * several threads.
 */
public final class DataCipher {
  /** How much longer the sealed form is. */
  public static final int OVERHEAD = 1 + 12 + 16;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey256 key;

  public DataCipher(SecretKey256 key) {
    this.key = key;
  }

  /**
   * The sealed form; every call gives other bytes.
   *
   * @param context what the text belongs to; the same is needed to open it
   */
  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The text again.
   *
   * @throws KeyVaultException when it was sealed with another key or for another context, or is
   *     damaged
   */
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
      throw new KeyVaultException("this is no sealed text");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException refused) {
      throw new KeyVaultException("a sealed text does not open with this key", refused);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
