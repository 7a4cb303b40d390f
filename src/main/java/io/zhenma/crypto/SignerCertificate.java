package io.zhenma.crypto;

import io.zhenma.crypto.UnsealException.Flaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The sender whom a recipient trusts. Signatures count only from this very certificate, whatever
 * certificates a file brings along.
 */
public final class SignerCertificate {
  private final X509Certificate certificate;

  private SignerCertificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * @param bytes PEM or DER
   * @throws UnsealException NO_CERTIFICATE when it is neither
   */
  public static SignerCertificate of(byte[] bytes) throws UnsealException {
    try {
      return new SignerCertificate(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException | ClassCastException broken) {
      throw new UnsealException(Flaw.NO_CERTIFICATE);
    }
  }

  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return CertificateText.fingerprint(certificate);
  }

  /**
   * The content of a small signed file, such as a manifest.
   *
   * @throws UnsealException when it isn't signed by this certificate, or was changed
   */
  public byte[] open(byte[] signed) throws UnsealException, IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream(signed.length);
    open(new ByteArrayInputStream(signed), content);
    return content.toByteArray();
  }

  /** Nothing that {@code content} got may be used before this returns. */
  void open(InputStream signed, OutputStream content) throws UnsealException, IOException {
    CMSSignedDataParser parser = parser(signed);
    copy(parser.getSignedContent().getContentStream(), content);
    verify(signers(parser));
  }

  private static CMSSignedDataParser parser(InputStream signed) throws UnsealException {
    try {
      CMSSignedDataParser parser = new CMSSignedDataParser(Cms.digests(), signed);
      if (parser.getSignedContent() == null) {
        throw new UnsealException(Flaw.NOT_SEALED);
      }
      return parser;
    } catch (CMSException | RuntimeException broken) {
      throw new UnsealException(Flaw.DAMAGED, broken);
    }
  }

  private static Collection<SignerInformation> signers(CMSSignedDataParser parser)
      throws UnsealException {
    try {
      return parser.getSignerInfos().getSigners();
    } catch (CMSException | RuntimeException broken) {
      throw new UnsealException(Flaw.DAMAGED, broken);
    }
  }

  /** What can't be read any further was cut short or changed; what can't be written is no flaw. */
  private static void copy(InputStream signed, OutputStream content)
      throws UnsealException, IOException {
    byte[] part = new byte[Cms.PART];
    for (int length = read(signed, part); length >= 0; length = read(signed, part)) {
      content.write(part, 0, length);
    }
  }

  private static int read(InputStream signed, byte[] part) throws UnsealException {
    try {
      return signed.read(part);
    } catch (IOException | RuntimeException broken) {
      throw new UnsealException(Flaw.DAMAGED, broken);
    }
  }

  private void verify(Collection<SignerInformation> signers) throws UnsealException {
    if (signers.size() != 1) {
      throw new UnsealException(Flaw.WRONG_SIGNER);
    }
    SignerInformation only = signers.iterator().next();
    if (!only.getSID().match(Cms.holder(certificate))) {
      throw new UnsealException(Flaw.WRONG_SIGNER);
    }
    try {
      if (!only.verify(verifier())) {
        throw new UnsealException(Flaw.DAMAGED);
      }
    } catch (CMSException | RuntimeException changed) {
      throw new UnsealException(Flaw.DAMAGED, changed);
    }
  }

  private SignerInformationVerifier verifier() {
    try {
      return new JcaSimpleSignerInfoVerifierBuilder()
          .setProvider(Cms.KEYS)
          .build(certificate.getPublicKey());
    } catch (OperatorCreationException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
