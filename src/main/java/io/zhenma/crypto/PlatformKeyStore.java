package io.zhenma.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
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

/**
 * The PKCS#12 file with the platform's key pair (RSA, 3072 bits), made on first use. Whoever loses
 * it loses every code ever issued; whoever copies it together with the database can make codes.
 */
public final class PlatformKeyStore {
  private static final String ALIAS = "zhenma-platform";
  private static final int RSA_BITS = 3072;
  private static final int VALID_YEARS = 30;

  private final Path file;
  private final char[] password;

  public PlatformKeyStore(Path file, char[] password) {
    this.file = file;
    this.password = password.clone();
  }

  /**
   * Opens the keystore, or makes it when there is none and {@code mayCreate}. Two processes that do
   * so at once end with the same keystore.
   *
   * @throws KeyVaultException when it is missing, has another password or cannot be read or written
   */
  public KeyVault open(boolean mayCreate) {
    try {
      if (mayCreate) {
        OwnerFile.<Exception>createOnce(file, this::fresh);
      }
      return new KeyVault(read());
    } catch (RuntimeException bug) {
      throw bug;
    } catch (Exception failure) {
      throw new KeyVaultException(
          "the keystore " + file + " cannot be opened: missing, not readable, or another password",
          failure);
    }
  }

  private KeyPair read() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    Certificate certificate = store.getCertificate(ALIAS);
    if (certificate == null || !(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
      throw new GeneralSecurityException("no entry " + ALIAS);
    }
    return new KeyPair(certificate.getPublicKey(), key);
  }

  private byte[] fresh() throws IOException, GeneralSecurityException, OperatorException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    KeyPair pair = generator.generateKeyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate(pair)});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }

  private static X509Certificate certificate(KeyPair pair)
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
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
  }
}
