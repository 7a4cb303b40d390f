package io.zhenma.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

/**
 * Signs what a brand delivers: ECDSA on P-256 with SHA-256 (FIPS 186-5), with a certificate that
 * the brand issued to itself. Key, certificate and signatures (RFC 6979) follow from the arguments
 * alone, so that every replica has the same certificate without storing one.
 */
public final class DeliverySigner {
  private static final AlgorithmIdentifier ECDSA_SHA256 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final ECNamedDomainParameters P256 =
      new ECNamedDomainParameters(
          SECObjectIdentifiers.secp256r1,
          ECNamedCurveTable.getByOID(SECObjectIdentifiers.secp256r1));
  private static final int VALID_YEARS = 30;

  private final ECPrivateKeyParameters key;
  private final X509Certificate certificate;

  /**
   * @param secret the brand's delivery key
   * @param brand its short name; the certificate's subject
   * @param since when the certificate becomes valid
   */
  public DeliverySigner(SecretKey256 secret, String brand, Instant since) {
    this.key = new ECPrivateKeyParameters(scalar(secret), P256);
    this.certificate = certificate(key, brand, since.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The certificate for whoever checks: PEM. */
  public String pem() {
    return CertificateText.pem(certificate);
  }

  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return CertificateText.fingerprint(certificate);
  }

  /**
   * CMS SignedData (RFC 5652, section 5) in DER with the content and the certificate inside; the
   * same arguments give the same bytes.
   *
   * @param at the time that the signature names
   */
  public byte[] sign(byte[] content, Instant at) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      Cms.addSigner(generator, signer(), certificate, at);
      return generator.generate(new CMSProcessableByteArray(content), true).getEncoded("DER");
    } catch (CMSException | IOException broken) {
      throw new IllegalStateException("a delivery key cannot sign", broken);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  ContentSigner signer() {
    return signer(key);
  }

  /**
   * 512 bits of HMAC reduced to the curve's order: FIPS 186-5, A.2.1, with more extra bits than it
   * asks for.
   */
  private static BigInteger scalar(SecretKey256 secret) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA512");
      hmac.init(new SecretKeySpec(secret.bytes(), "HmacSHA512"));
      byte[] wide =
          hmac.doFinal("zhenma/delivery/P-256".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      BigInteger most = P256.getN().subtract(BigInteger.ONE);
      return new BigInteger(1, wide).mod(most).add(BigInteger.ONE);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static X509Certificate certificate(
      ECPrivateKeyParameters key, String brand, Instant since) {
    ECPublicKeyParameters publicKey =
        new ECPublicKeyParameters(P256.getG().multiply(key.getD()).normalize(), P256);
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.O, brand)
            .addRDN(BCStyle.CN, "Zhenma delivery key of " + brand)
            .build();
    try {
      X509v3CertificateBuilder builder =
          new BcX509v3CertificateBuilder(
                  name,
                  serial(publicKey),
                  Date.from(since),
                  Date.from(since.plus(VALID_YEARS * 365L, ChronoUnit.DAYS)),
                  name,
                  publicKey)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException("a delivery key cannot have a certificate", broken);
    }
  }

  /** From the key, so that it is the same every time: 1 to 159 positive bits. */
  private static BigInteger serial(ECPublicKeyParameters publicKey) {
    SHA256Digest digest = new SHA256Digest();
    byte[] point = publicKey.getQ().getEncoded(true);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(point, 0, point.length);
    digest.doFinal(hash, 0);
    return new BigInteger(1, hash).shiftRight(97).setBit(158);
  }

  private static ContentSigner signer(ECPrivateKeyParameters key) {
    try {
      return new BcECContentSignerBuilder(ECDSA_SHA256, SHA256) {
        @Override
        protected Signer createSigner(AlgorithmIdentifier signature, AlgorithmIdentifier digest) {
          return new DSADigestSigner(
              new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest());
        }
      }.build(key);
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
