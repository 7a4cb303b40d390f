package io.zhenma.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;

/**
 * The PKCS#12 file with the platform's key pair, made on first use. Whoever loses it loses every
 * code ever issued; whoever copies it together with the database can make codes.
 */
public final class PlatformKeyStore {
  private static final String ALIAS = "zhenma-platform";

  private final Path file;
  private final char[] password;

  public PlatformKeyStore(Path file, char[] password) {
    this.file = file;
    this.password = password.clone();
  }

  /** Whether there is a file at all. */
  public boolean exists() {
    return Files.exists(file);
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
        OwnerFile.<Exception>createOnce(file, () -> encoded(PlatformKeyPair.fresh()));
      }
      PlatformKeyPair pair = read();
      return new KeyVault(pair.certificate().getPublicKey(), Oaep.by(pair.privateKey()));
    } catch (RuntimeException bug) {
      throw bug;
    } catch (Exception failure) {
      throw unopened(failure);
    }
  }

  /**
   * Makes {@code copy}, which must not exist yet, a keystore with this one's key under its own
   * password, whole or not at all, for its owner's eyes only, and reads it again.
   *
   * @throws KeyVaultException when this keystore does not open, the copy exists or cannot be
   *     written, or what was written does not open
   */
  public void copyTo(PlatformKeyStore copy) {
    KeyVault own = open(false);
    if (copy.exists()) {
      throw new KeyVaultException(copy.file + " exists already and is left as it is");
    }
    try {
      PlatformKeyPair pair = read();
      OwnerFile.<Exception>createOnce(copy.file, () -> copy.encoded(pair));
    } catch (RuntimeException bug) {
      throw bug;
    } catch (Exception failure) {
      throw new KeyVaultException(copy.file + " cannot be written", failure);
    }
    if (!copy.open(false).isSameAs(own)) {
      throw new KeyVaultException(copy.file + " was written meanwhile by somebody else");
    }
  }

  private KeyVaultException unopened(Exception failure) {
    return new KeyVaultException(
        "the keystore " + file + " cannot be opened: missing, not readable, or another password",
        failure);
  }

  private PlatformKeyPair read() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    Certificate certificate = store.getCertificate(ALIAS);
    if (certificate == null || !(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
      throw new GeneralSecurityException("no entry " + ALIAS);
    }
    return new PlatformKeyPair(key, certificate);
  }

  private byte[] encoded(PlatformKeyPair pair) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(ALIAS, pair.privateKey(), password, new Certificate[] {pair.certificate()});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }
}
