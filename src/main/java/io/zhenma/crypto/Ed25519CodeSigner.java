package io.zhenma.crypto;

import io.zhenma.gs1.LinkSignature;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032, 5.1) with the secret as its private key. */
final class Ed25519CodeSigner implements CodeSigner {
  private final byte[] privateKey;
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

  Ed25519CodeSigner(SecretKey256 key) {
    this.privateKey = key.bytes();
    Ed25519.generatePublicKey(privateKey, 0, publicKey, 0);
  }

  @Override
  public LinkSignature sign(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(privateKey, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return LinkSignature.of(signature);
  }

  @Override
  public CodeVerifier verifier() {
    return new Ed25519CodeVerifier(publicKey);
  }

  @Override
  public String toString() {
    return "Ed25519CodeSigner[hidden]";
  }
}
