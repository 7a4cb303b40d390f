package io.zhenma.crypto;

import io.zhenma.crypto.RecipientCertificateException.Flaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * An X.509 certificate (RFC 5280) to whose holder files may be sealed. One that exists names a key
 * that is strong enough and that its issuer meant for encryption: RSA of 2048 to 8192 bits, or a
 * point on NIST's curves P-256 or P-384 (NIST SP 800-57 part 1, table 2).
 */
public final class RecipientCertificate {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final X509Certificate certificate;
  private final String key;

  private RecipientCertificate(X509Certificate certificate, String key) {
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * Reads what somebody registers.
   *
   * @param text PEM (RFC 7468) or DER in base64
   * @param now the certificate has to be valid then
   * @throws RecipientCertificateException that names the flaw
   */
  public static RecipientCertificate register(String text, Instant now)
      throws RecipientCertificateException {
    RecipientCertificate read = stored(CertificateText.der(text));
    read.requireValid(now);
    return read;
  }

  /**
   * Reads one that was registered before; it may have expired since.
   *
   * @throws RecipientCertificateException that names the flaw
   */
  public static RecipientCertificate stored(byte[] der) throws RecipientCertificateException {
    X509Certificate certificate = parse(der);
    String key = describe(certificate.getPublicKey());
    requireUsage(certificate);
    return new RecipientCertificate(certificate, key);
  }

  /**
   * @throws RecipientCertificateException when it is not valid yet, or not any more
   */
  public void requireValid(Instant now) throws RecipientCertificateException {
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw new RecipientCertificateException(Flaw.NOT_YET_VALID);
    }
    if (now.isAfter(validUntil())) {
      throw new RecipientCertificateException(Flaw.EXPIRED);
    }
  }

  public byte[] der() {
    return CertificateText.der(certificate);
  }

  /** SHA-256 of the DER form, 64 lower-case hexadecimal digits, as {@code openssl x509} has it. */
  public String fingerprint() {
    return CertificateText.fingerprint(certificate);
  }

  /** The holder's name (RFC 2253). */
  public String subject() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** Kind and size of its key, such as {@code RSA 3072} or {@code EC P-256}. */
  public String key() {
    return key;
  }

  public Instant validUntil() {
    return certificate.getNotAfter().toInstant();
  }

  X509Certificate x509() {
    return certificate;
  }

  boolean isRsa() {
    return certificate.getPublicKey() instanceof RSAPublicKey;
  }

  private static X509Certificate parse(byte[] der) throws RecipientCertificateException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | ClassCastException broken) {
      throw new RecipientCertificateException(
          CertificateText.isPrivateKey(der) ? Flaw.PRIVATE_KEY : Flaw.NOT_A_CERTIFICATE);
    }
  }

  private static String describe(PublicKey key) throws RecipientCertificateException {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < LEAST_RSA_BITS || rsa.getPublicExponent().compareTo(BigInteger.valueOf(3)) < 0) {
        throw new RecipientCertificateException(Flaw.WEAK_KEY);
      }
      if (bits > MOST_RSA_BITS) {
        throw new RecipientCertificateException(Flaw.UNKNOWN_KEY);
      }
      return "RSA " + bits;
    }
    if (key instanceof ECPublicKey ec) {
      return "EC " + curve(ec);
    }
    throw new RecipientCertificateException(Flaw.UNKNOWN_KEY);
  }

  /** Reading the key this way also proves that its point lies on the curve. */
  private static String curve(ECPublicKey key) throws RecipientCertificateException {
    try {
      if (PublicKeyFactory.createKey(key.getEncoded()) instanceof ECPublicKeyParameters point
          && point.getParameters() instanceof ECNamedDomainParameters named) {
        if (named.getName().equals(SECObjectIdentifiers.secp256r1)) {
          return "P-256";
        }
        if (named.getName().equals(SECObjectIdentifiers.secp384r1)) {
          return "P-384";
        }
        int bits = ECNamedCurveTable.getByOID(named.getName()).getN().bitLength();
        throw new RecipientCertificateException(bits < 256 ? Flaw.WEAK_KEY : Flaw.UNKNOWN_KEY);
      }
    } catch (IOException | RuntimeException broken) {
      throw new RecipientCertificateException(Flaw.UNKNOWN_KEY);
    }
    throw new RecipientCertificateException(Flaw.UNKNOWN_KEY);
  }

  /**
   * Without the extension every use is allowed (RFC 5280, 4.2.1.3). RSA keys take keys in, those of
   * elliptic curves agree on them.
   */
  private static void requireUsage(X509Certificate certificate)
      throws RecipientCertificateException {
    boolean[] usage = certificate.getKeyUsage();
    if (usage == null) {
      return;
    }
    int needed =
        certificate.getPublicKey() instanceof RSAPublicKey ? KEY_ENCIPHERMENT : KEY_AGREEMENT;
    if (!usage[needed]) {
      boolean authority = certificate.getBasicConstraints() >= 0;
      throw new RecipientCertificateException(authority ? Flaw.AUTHORITY : Flaw.USAGE);
    }
  }
}
