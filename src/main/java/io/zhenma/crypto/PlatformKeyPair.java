package io.zhenma.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The platform's RSA key pair of 3072 bits. The public half lies in a self-signed certificate,
 * since keystores want one; nobody else trusts or reads it.
 */
record PlatformKeyPair(PrivateKey privateKey, Certificate certificate) {
  private static final int RSA_BITS = 3072;
  private static final int VALID_YEARS = 30;

  /** Makes a pair in this process. */
  static PlatformKeyPair fresh() throws GeneralSecurityException {
    return of(KeyPairGenerator.getInstance("RSA"), null);
  }

  /** Makes a pair inside a token, which signs the certificate too. */
  static PlatformKeyPair freshIn(Provider token) throws GeneralSecurityException {
    return of(KeyPairGenerator.getInstance("RSA", token), token);
  }

  private static PlatformKeyPair of(KeyPairGenerator generator, @Nullable Provider token)
      throws GeneralSecurityException {
    generator.initialize(RSA_BITS);
    KeyPair pair = generator.generateKeyPair();
    JcaContentSignerBuilder signer = new JcaContentSignerBuilder("SHA256withRSA");
    if (token != null) {
      signer.setProvider(token);
    }
    try {
      return new PlatformKeyPair(pair.getPrivate(), certificate(pair, signer));
    } catch (OperatorException refused) {
      throw new GeneralSecurityException(refused);
    }
  }

  private static X509Certificate certificate(KeyPair pair, JcaContentSignerBuilder signer)
      throws OperatorException, GeneralSecurityException {
    X500Name name = new X500Name("CN=Zhenma platform key");
    Instant now = Instant.now();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(120, new SecureRandom()),
                    Date.from(now),
                    Date.from(now.plus(VALID_YEARS * 365L, ChronoUnit.DAYS)),
                    name,
                    pair.getPublic())
                .build(signer.build(pair.getPrivate())));
  }

  @Override
  public String toString() {
    return "PlatformKeyPair[hidden]";
  }
}
