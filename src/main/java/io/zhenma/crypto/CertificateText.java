package io.zhenma.crypto;

import io.zhenma.crypto.RecipientCertificateException.Flaw;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/** The forms in which certificates come and go: PEM (RFC 7468), DER, fingerprints. */
final class CertificateText {
  /** Far more than any certificate, far less than what could hurt. */
  private static final int LONGEST = 64 * 1024;

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final Pattern ARMOURED = Pattern.compile(BEGIN + "([A-Za-z0-9+/=\\s]*)" + END);

  private CertificateText() {}

  /** The one certificate in a text of PEM or base64. */
  static byte[] der(String text) throws RecipientCertificateException {
    if (text.length() > LONGEST) {
      throw new RecipientCertificateException(Flaw.NOT_A_CERTIFICATE);
    }
    if (text.contains("PRIVATE KEY-----")) {
      throw new RecipientCertificateException(Flaw.PRIVATE_KEY);
    }
    Matcher armoured = ARMOURED.matcher(text);
    if (!armoured.find()) {
      return base64(text);
    }
    byte[] der = base64(armoured.group(1));
    if (armoured.find()) {
      throw new RecipientCertificateException(Flaw.SEVERAL);
    }
    return der;
  }

  static String pem(X509Certificate certificate) {
    return BEGIN
        + "\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(certificate))
        + "\n"
        + END
        + "\n";
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String fingerprint(X509Certificate certificate) {
    return Sha256.of(der(certificate));
  }

  /** Whether these bytes are a private key, bare or encrypted (RFC 5208, RFC 8017 A.1.2). */
  static boolean isPrivateKey(byte[] der) {
    return reads(() -> PrivateKeyInfo.getInstance(der).getPrivateKeyAlgorithm())
        || reads(() -> EncryptedPrivateKeyInfo.getInstance(der).getEncryptionAlgorithm())
        || reads(() -> RSAPrivateKey.getInstance(der).getModulus());
  }

  private static boolean reads(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (RuntimeException somethingElse) {
      return false;
    }
  }

  private static byte[] base64(String text) throws RecipientCertificateException {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException noBase64) {
      throw new RecipientCertificateException(Flaw.NOT_A_CERTIFICATE);
    }
  }
}
