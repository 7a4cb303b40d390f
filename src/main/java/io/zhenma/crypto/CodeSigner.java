package io.zhenma.crypto;

import io.zhenma.gs1.LinkSignature;

/**
 * Signs the links of codes: proof for anybody, without asking us, that the holder of the key issued
 * the link. Signing is deterministic, so that a file of codes can be made again bit for bit. Safe
 * for use by several threads.
 */
public interface CodeSigner {
  /**
   * @param text the link's canonical text, see {@link io.zhenma.gs1.DigitalLink#signedText}
   */
  LinkSignature sign(String text);

  /** Checks what this signer signs. */
  CodeVerifier verifier();

  /** The signer of a key made by {@link #newKey}. */
  static CodeSigner of(CodeSuite suite, SecretKey256 key) {
    return switch (suite) {
      case AES_ED25519 -> new Ed25519CodeSigner(key);
      case SM4_SM2 -> new Sm2CodeSigner(key);
    };
  }

  /** A fresh private key of the suite's signature. */
  static SecretKey256 newKey(CodeSuite suite) {
    return switch (suite) {
      case AES_ED25519 -> SecretKey256.random();
      case SM4_SM2 -> Sm2.newKey();
    };
  }
}
