package io.zhenma.crypto;

import io.zhenma.gs1.LinkSignature;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032, 5.1.7) with full validation of the public key, which small orders fail. */
final class Ed25519CodeVerifier implements CodeVerifier {
  private final byte[] publicKey;

  Ed25519CodeVerifier(byte[] publicKey) {
    if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE
        || !Ed25519.validatePublicKeyFull(publicKey, 0)) {
      throw new IllegalArgumentException("no Ed25519 public key");
    }
    this.publicKey = publicKey.clone();
  }

  @Override
  public void verify(String text, LinkSignature signature) throws BadSignatureException {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    if (!Ed25519.verify(signature.bytes(), 0, publicKey, 0, message, 0, message.length)) {
      throw new BadSignatureException();
    }
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public CodeSuite suite() {
    return CodeSuite.AES_ED25519;
  }
}
