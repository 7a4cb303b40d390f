package io.zhenma.crypto;

import io.zhenma.gs1.LinkSignature;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 verification (GB/T 32918.2, 7) by a public key that lies on the curve. */
final class Sm2CodeVerifier implements CodeVerifier {
  private static final int UNCOMPRESSED_BYTES = 65;

  private final byte[] publicKey;
  private final ECPublicKeyParameters key;

  Sm2CodeVerifier(byte[] publicKey) {
    if (publicKey.length != UNCOMPRESSED_BYTES || publicKey[0] != 4) {
      throw new IllegalArgumentException("no uncompressed SM2 public key");
    }
    this.publicKey = publicKey.clone();
    this.key = new ECPublicKeyParameters(Sm2.CURVE.getCurve().decodePoint(publicKey), Sm2.CURVE);
  }

  @Override
  public void verify(String text, LinkSignature signature) throws BadSignatureException {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    SM2Signer signer = Sm2.signer(false, key);
    signer.update(message, 0, message.length);
    if (!signer.verifySignature(signature.bytes())) {
      throw new BadSignatureException();
    }
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public CodeSuite suite() {
    return CodeSuite.SM4_SM2;
  }
}
