package io.zhenma.crypto;

import io.zhenma.crypto.UnsealException.Flaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** The private key of a recipient with its certificate. Prints nothing. */
public final class RecipientKey {
  private final PrivateKey key;
  private final X509Certificate certificate;

  RecipientKey(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /**
   * The first private key in a PKCS#12 file.
   *
   * @throws UnsealException NO_KEY when there is none, the passphrase is another, or it is no such
   *     file
   */
  public static RecipientKey of(byte[] pkcs12, char[] passphrase) throws UnsealException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pkcs12), passphrase);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, passphrase) instanceof PrivateKey key
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return new RecipientKey(key, certificate);
        }
      }
    } catch (GeneralSecurityException | IOException | RuntimeException refused) {
      throw new UnsealException(Flaw.NO_KEY, refused);
    }
    throw new UnsealException(Flaw.NO_KEY);
  }

  /** SHA-256 of its certificate, 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return CertificateText.fingerprint(certificate);
  }

  PrivateKey key() {
    return key;
  }

  X509Certificate certificate() {
    return certificate;
  }
}
