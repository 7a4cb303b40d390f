package io.zhenma.crypto;

import io.zhenma.gs1.LinkSignature;

/**
 * Checks signatures of links with a public key alone. Says who issued a link, never that the item
 * is no copy. Safe for use by several threads.
 */
public interface CodeVerifier {
  /**
   * Returns only when the signature is valid.
   *
   * @param text the link's canonical text, see {@link io.zhenma.gs1.DigitalLink#signedText}
   * @throws BadSignatureException in every other case
   */
  void verify(String text, LinkSignature signature) throws BadSignatureException;

  /** Ed25519: 32 bytes (RFC 8032, 5.1.5). SM2: 65 bytes, 4 and the point's x and y. */
  byte[] publicKey();

  CodeSuite suite();

  /**
   * The verifier of a public key in the form of {@link #publicKey}.
   *
   * @throws IllegalArgumentException when it is no valid public key of the suite
   */
  static CodeVerifier of(CodeSuite suite, byte[] publicKey) {
    return switch (suite) {
      case AES_ED25519 -> new Ed25519CodeVerifier(publicKey);
      case SM4_SM2 -> new Sm2CodeVerifier(publicKey);
    };
  }
}
