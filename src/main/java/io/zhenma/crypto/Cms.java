package io.zhenma.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** What sealing and unsealing agree on, see RFC 5652 (CMS), RFC 4056 and RFC 5753. */
final class Cms {
  /** Octets of content in one part of a stream. */
  static final int PART = 1 << 16;

  /** Key agreement and key transport; content goes through the JDK's hardware AES and SHA. */
  static final Provider KEYS = new BouncyCastleProvider();

  private Cms() {}

  /** RSAES-OAEP with SHA-256 for both of its hashes and no label (RFC 8017, section 7.1). */
  static AlgorithmIdentifier oaep() {
    try {
      return new JcaAlgorithmParametersConverter()
          .getAlgorithmIdentifier(
              PKCSObjectIdentifiers.id_RSAES_OAEP,
              new OAEPParameterSpec(
                  "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static DigestCalculatorProvider digests() {
    try {
      return new JcaDigestCalculatorProviderBuilder().build();
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void addSigner(
      CMSSignedGenerator generator, ContentSigner signer, X509Certificate certificate, Instant at)
      throws CMSException {
    try {
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(digests())
              .setSignedAttributeGenerator(about -> attributes(about, at))
              .build(signer, holder(certificate)));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
    } catch (OperatorCreationException | GeneralSecurityException broken) {
      throw new CMSException("the signer's certificate is unusable", broken);
    }
  }

  /** The usual ones (RFC 5652, section 11), with the time that was asked for. */
  private static AttributeTable attributes(Map<?, ?> about, Instant at) {
    return new DefaultSignedAttributeTableGenerator()
        .getAttributes(about)
        .remove(CMSAttributes.signingTime)
        .add(CMSAttributes.signingTime, new Time(Date.from(at)));
  }

  static X509CertificateHolder holder(X509Certificate certificate) {
    try {
      return new JcaX509CertificateHolder(certificate);
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
