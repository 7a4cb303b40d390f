package io.zhenma.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 signatures with SM3 on the recommended curve (GB/T 32918.2, GB/T 32918.5), r and s in 32
 * bytes each, with the signer's default identifier (GB/T 35276, 10).
 */
final class Sm2 {
  static final ECDomainParameters CURVE = curve();
  private static final byte[] SIGNER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private Sm2() {}

  private static ECDomainParameters curve() {
    X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(curve == null ? GMNamedCurves.getByName("sm2p256v1") : curve);
  }

  static SM2Signer signer(boolean signing, CipherParameters key) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(signing, new ParametersWithID(key, SIGNER_ID));
    return signer;
  }

  /** A private key: 1 to n - 2 (GB/T 32918.1, 6.1). */
  static SecretKey256 newKey() {
    SecretKey256 key = SecretKey256.random();
    while (!isPrivateKey(scalar(key))) {
      key = SecretKey256.random();
    }
    return key;
  }

  static BigInteger scalar(SecretKey256 key) {
    return BigIntegers.fromUnsignedByteArray(key.bytes());
  }

  static boolean isPrivateKey(BigInteger scalar) {
    return scalar.signum() > 0 && scalar.compareTo(CURVE.getN().subtract(BigInteger.ONE)) < 0;
  }
}
