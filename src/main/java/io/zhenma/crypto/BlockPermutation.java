package io.zhenma.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A block cipher of 16 bytes under one key, in the forward direction, many blocks a call: the only
 * form that FF1 needs, and the one that keeps a processor's AES unit busy. For one thread at a
 * time.
 */
interface BlockPermutation {
  /** Bytes of a block. */
  int BLOCK = 16;

  /**
   * Encrypts each block by itself.
   *
   * @param length bytes, a multiple of {@link #BLOCK}
   * @param out another array than {@code in}
   */
  void encrypt(byte[] in, int length, byte[] out);

  /** AES (FIPS 197) by the JDK, which uses the processor's instructions for it. */
  static BlockPermutation aes(byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return (in, length, out) -> aes(cipher, in, length, out);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void aes(Cipher cipher, byte[] in, int length, byte[] out) {
    try {
      cipher.update(in, 0, length, out, 0);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** SM4 (GB/T 32907-2016) by BouncyCastle; {@code key} has 16 bytes. */
  static BlockPermutation sm4(byte[] key) {
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(key));
    return (in, length, out) -> {
      for (int at = 0; at < length; at += BLOCK) {
        engine.processBlock(in, at, out, at);
      }
    };
  }

  /**
   * SM4 takes 128 bits where a data key has 256: HKDF (RFC 5869) with HMAC-SM3 draws them from all
   * of it.
   */
  static BlockPermutation sm4(SecretKey256 secret) {
    HKDFBytesGenerator kdf = new HKDFBytesGenerator(new SM3Digest());
    kdf.init(
        new HKDFParameters(
            secret.bytes(),
            null,
            "zhenma/code/SM4".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    byte[] key = new byte[BLOCK];
    kdf.generateBytes(key, 0, BLOCK);
    try {
      return sm4(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
