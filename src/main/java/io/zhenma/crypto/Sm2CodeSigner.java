package io.zhenma.crypto;

import io.zhenma.gs1.LinkSignature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 signatures whose random number is derived from key and message (RFC 6979, 3.2, with SM3): the
 * same link gets the same signature every time, and no weak random number can give the key away.
 */
final class Sm2CodeSigner implements CodeSigner {
  private static final int BYTES = 32;

  private final BigInteger scalar;
  private final byte[] publicKey;

  Sm2CodeSigner(SecretKey256 key) {
    this.scalar = Sm2.scalar(key);
    if (!Sm2.isPrivateKey(scalar)) {
      throw new IllegalArgumentException("no SM2 private key");
    }
    this.publicKey =
        new FixedPointCombMultiplier().multiply(Sm2.CURVE.getG(), scalar).getEncoded(false);
  }

  @Override
  public LinkSignature sign(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    return LinkSignature.of(sign(message, new DerivedNonce(scalar, message)));
  }

  private byte[] sign(byte[] message, SecureRandom nonce) {
    SM2Signer signer =
        Sm2.signer(
            true, new ParametersWithRandom(new ECPrivateKeyParameters(scalar, Sm2.CURVE), nonce));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public CodeVerifier verifier() {
    return new Sm2CodeVerifier(publicKey);
  }

  @Override
  public String toString() {
    return "Sm2CodeSigner[hidden]";
  }

  /** Hands the signer the numbers of RFC 6979 in place of random ones, 32 bytes each. */
  private static final class DerivedNonce extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient HMacDSAKCalculator numbers = new HMacDSAKCalculator(new SM3Digest());

    DerivedNonce(BigInteger scalar, byte[] message) {
      SM3Digest digest = new SM3Digest();
      digest.update(message, 0, message.length);
      byte[] hash = new byte[digest.getDigestSize()];
      digest.doFinal(hash, 0);
      numbers.init(Sm2.CURVE.getN(), scalar, hash);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != BYTES) {
        throw new IllegalStateException("SM2 draws numbers of 256 bits");
      }
      BigIntegers.asUnsignedByteArray(numbers.nextK(), bytes, 0, BYTES);
    }
  }
}
